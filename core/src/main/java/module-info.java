/**
 * Parallel multi-start optimisation: many starts, one priority structure, every core busy.
 *
 * <p>Begin with {@link org.multidescent.Search}; describe what is to be minimised with {@link
 * org.multidescent.problem.Problem}.
 */
module org.multidescent {
  requires static org.jspecify;
  requires org.jctools.core.jdk11;
  requires static jdk.jfr;

  exports org.multidescent;
  exports org.multidescent.descent;
  exports org.multidescent.function;
  exports org.multidescent.learning;
  exports org.multidescent.testproblem;
  exports org.multidescent.problem;
  exports org.multidescent.restart;
  exports org.multidescent.report;
  exports org.multidescent.start;
  exports org.multidescent.sqp;
}
