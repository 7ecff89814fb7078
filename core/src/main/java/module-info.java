/**
 * Parallel multi-start optimisation: many starts, one priority structure, every core busy.
 *
 * <p>Describe what is to be minimised with {@link org.multidescent.problem.Problem}.
 */
module org.multidescent {
  requires static transitive org.jspecify;
  requires org.jctools.core.jdk11;

  exports org.multidescent.descent;
  exports org.multidescent.landscape;
  exports org.multidescent.problem;
  exports org.multidescent.report;
  exports org.multidescent.start;
}
