package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.function.ConstrainedObjective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Feasibility;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.ConstraintReport;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;
import org.multidescent.start.Starts;

/** Searches under constraints keep what a search promises. */
class ConstrainedSearchTest {

  @TempDir private Path directory;

  private static Search search(ConstrainedForm form, AtomicLong evaluations) {
    return Search.of(form.problem(evaluations)).seed(5).budget(Budget.evaluations(3_001));
  }

  @ParameterizedTest
  @EnumSource
  void findsFeasibleOptimaWithinTheBudget(ConstrainedForm form) {
    AtomicLong evaluations = new AtomicLong();
    Result result = search(form, evaluations).workers(2).run();
    assertThat(evaluations).hasValue(3_001);
    assertThat(result.progress().evaluations()).isEqualTo(3_001);
    assertThat(result.isFeasible()).isTrue();
    assertThat(result.violation()).isZero();
    assertThat(result.best().value()).isCloseTo(-2.9622811, within(1e-6));
    assertThat(result.optima()).hasSizeGreaterThan(1);
    for (Optimum optimum : result.optima()) {
      double[] c = new double[2];
      ConstrainedForm.constraints(optimum.x(), c);
      assertThat(c[0]).isLessThanOrEqualTo(1e-7);
      assertThat(c[1]).isCloseTo(0, within(1e-7));
      assertThat(optimum.value()).isEqualTo(ConstrainedForm.objective(optimum.x()));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isReproducible(ConstrainedForm form) {
    String one = ResultDigest.of(search(form, new AtomicLong()).reproducible().workers(1).run());
    String three = ResultDigest.of(search(form, new AtomicLong()).reproducible().workers(3).run());
    assertThat(three).isEqualTo(one);
  }

  /** Cancelled in the middle, and gone on from what was kept. */
  @ParameterizedTest
  @EnumSource
  void goesOnFromACheckpoint(ConstrainedForm form) {
    Path file = directory.resolve("search.checkpoint");
    String whole = ResultDigest.of(search(form, new AtomicLong()).reproducible().workers(2).run());
    AtomicReference<Running> running = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    AtomicLong evaluations = new AtomicLong();
    Problem watched =
        form.problem(evaluations)
            .decorated(
                evaluator ->
                    new Stopping(
                        evaluator,
                        evaluations,
                        () -> {
                          awaitUninterruptibly(known);
                          running.get().cancel();
                        }));
    Search search =
        Search.of(watched).seed(5).budget(Budget.evaluations(3_001)).reproducible().workers(2);
    running.set(search.checkpoint(file, Duration.ofHours(1)).start());
    known.countDown();
    assertThat(running.get().await().ending()).isEqualTo(Ending.CANCELLED);
    Result resumed =
        Search.resume(file, form.problem(new AtomicLong())).withoutCheckpoints().workers(1).run();
    assertThat(ResultDigest.of(resumed)).isEqualTo(whole);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs an action at the evaluation after so many. */
  private record Stopping(Evaluator inner, AtomicLong evaluations, Runnable action)
      implements Evaluator {

    private static final long STOP = 1_234;

    private void look() {
      if (evaluations.get() >= STOP) {
        action.run();
      }
    }

    @Override
    public double value(double[] x) {
      look();
      return inner.value(x);
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      return inner.valueAndGradient(x, gradient);
    }

    @Override
    public void values(double[] positions, int count, double[] values) {
      inner.values(positions, count, values);
    }

    @Override
    public void constraints(double[] x, double[] constraints) {
      look();
      inner.constraints(x, constraints);
    }

    @Override
    public double valueAndConstraints(double[] x, double[] constraints) {
      look();
      return inner.valueAndConstraints(x, constraints);
    }

    @Override
    public void constraints(double[] positions, int count, double[] constraints) {
      look();
      inner.constraints(positions, count, constraints);
    }

    @Override
    public void valuesAndConstraints(
        double[] positions, int count, double[] values, double[] constraints) {
      look();
      inner.valuesAndConstraints(positions, count, values, constraints);
    }

    @Override
    public void constraintJacobian(double[] x, double[] rows) {
      look();
      inner.constraintJacobian(x, rows);
    }

    @Override
    public double valueAndDerivatives(
        double[] x, double[] gradient, double[] constraints, double[] jacobian) {
      look();
      return inner.valueAndDerivatives(x, gradient, constraints, jacobian);
    }
  }

  @ParameterizedTest
  @EnumSource
  void replaysTheDescentOfEachOptimum(ConstrainedForm form) {
    Search search = search(form, new AtomicLong()).workers(1);
    for (Optimum optimum : search.run().optima()) {
      assertThat(search.replay(optimum).x()).isEqualTo(optimum.x());
      assertThat(search.replay(optimum).value()).isEqualTo(optimum.value());
    }
  }

  /**
   * One call in so many fails and another has no value, at random: no period of the search's own.
   */
  @ParameterizedTest
  @ValueSource(ints = {5, 50})
  void callsThatFailAreTolerated(int every) {
    Random chance = new Random(7);
    AtomicLong failed = new AtomicLong();
    Problem problem =
        Constrained.of(
                (x, c) -> {
                  int drawn = chance.nextInt(every);
                  if (drawn == 0) {
                    failed.incrementAndGet();
                    throw new IllegalStateException("no value");
                  }
                  ConstrainedForm.constraints(x, c);
                  return drawn == 1 ? Double.NaN : ConstrainedForm.objective(x);
                },
                1,
                1)
            .problem(Box.cube(-3, 3, 3));
    Result result =
        Search.of(problem)
            .workers(1)
            .failures(FailurePolicy.tolerate(1_000_000))
            .budget(Budget.evaluations(5_000))
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(5_000);
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isEqualTo(failed.get());
    assertThat(result.isFeasible()).isTrue();
  }

  /**
   * Failures that come regularly: one call in so many fails, and another has no value. The calls of
   * fresh starts and of a descent's first look must not keep in step with them.
   */
  @ParameterizedTest
  @CsvSource({"5, 10, 1", "5, 4, 2", "5, 4, 0", "5, 1, 2", "10, 4, 5", "6, 4, 1", "7, 10, 3"})
  void failuresWithAPeriodDoNotKeepDescentsFromTheirFirstStep(int period, int starts, int second) {
    AtomicLong calls = new AtomicLong();
    ConstrainedObjective objective =
        (x, c) -> {
          long call = calls.incrementAndGet() % period;
          if (call == 0) {
            throw new IllegalStateException("no value");
          }
          ConstrainedForm.constraints(x, c);
          return call == second ? Double.NaN : ConstrainedForm.objective(x);
        };
    Result result =
        Search.of(Constrained.of(objective, 1, 1).problem(Box.cube(-3, 3, 3)))
            .workers(1)
            .initialStarts(starts)
            .failures(FailurePolicy.tolerate(1_000_000))
            .budget(Budget.evaluations(5_000))
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(5_000);
    assertThat(result.progress().steps()).isGreaterThan(20);
  }

  @Test
  void aTargetCountsOnlyWhereConstraintsHold() {
    Problem problem =
        Problem.of(x -> x[0], Box.cube(-1, 1, 2))
            .subjectTo(Constraints.atMost(new double[][] {{-1, 0}}, new double[] {0.5}));
    Result result =
        Search.of(problem).workers(1).budget(Budget.target(-0.4).or(Budget.evaluations(500))).run();
    assertThat(result.ending()).isEqualTo(Ending.TARGET);
    assertThat(result.best().x()[0]).isBetween(-0.5 - 1e-7, -0.4);
  }

  @ParameterizedTest
  @EnumSource
  void reportsMultipliersAndActiveConstraints(ConstrainedForm form) {
    Problem problem = form.problem(new AtomicLong());
    ConstraintReport report =
        ConstraintReport.of(problem, search(form, new AtomicLong()).run().best().x());
    assertThat(report.isFeasible()).isTrue();
    assertThat(report.isActive(0)).isFalse();
    assertThat(report.isActive(1)).isTrue();
    assertThat(report.constraints()[0]).isNegative();
    double[] x = search(form, new AtomicLong()).run().best().x();
    assertThat(1 + report.multipliers()[1] * 2 * x[0]).isCloseTo(0, within(1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void comparesDerivativesWithDifferences(ConstrainedForm form) {
    AtomicLong evaluations = new AtomicLong();
    Problem problem = form.problem(evaluations);
    double[] x = {1, -0.5, 2};
    switch (form) {
      case TOGETHER_DERIVATIVES, TOGETHER_FUSED, APART_DERIVATIVES, APART_JACOBIAN_ONLY -> {
        assertThat(problem.checkJacobian(x)).hasSize(2).allMatch(row -> row.isWithin(1e-6));
        assertThat(evaluations.get()).isLessThanOrEqualTo(2 + 3 * 16);
      }
      default ->
          assertThatThrownBy(() -> problem.checkJacobian(x))
              .isInstanceOf(IllegalStateException.class)
              .hasMessageContaining("no derivatives of constraints");
    }
  }

  /** Of a descent with differences each step takes three evaluations of either more. */
  @Test
  void derivativesSpareEvaluations() {
    assertThat(evaluationsOfADescent(ConstrainedForm.APART_DERIVATIVES))
        .isLessThan(evaluationsOfADescent(ConstrainedForm.APART_JACOBIAN_ONLY));
    assertThat(evaluationsOfADescent(ConstrainedForm.APART_JACOBIAN_ONLY))
        .isLessThan(evaluationsOfADescent(ConstrainedForm.APART));
    assertThat(evaluationsOfADescent(ConstrainedForm.TOGETHER_FUSED))
        .isLessThan(evaluationsOfADescent(ConstrainedForm.TOGETHER_DERIVATIVES));
  }

  private static long evaluationsOfADescent(ConstrainedForm form) {
    Starts near = Starts.given(List.of(new double[] {-1.5, 1, 2}), Starts.uniform());
    Search search = search(form, new AtomicLong()).workers(1).starts(near);
    return search.budget(Budget.stalls(1)).run().progress().evaluations();
  }

  @Test
  void saysThatNothingFeasibleWasFound() {
    Problem problem =
        Problem.of(x -> x[0] * x[0], Box.cube(-1, 1, 2))
            .subjectTo(Constraints.of((x, c) -> c[0] = 1 + x[1] * x[1], 1, 0));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(300)).run();
    assertThat(result.isFeasible()).isFalse();
    assertThat(result.violation()).isCloseTo(1, within(1e-3));
    assertThat(result.optima()).isEmpty();
    assertThat(result.toString()).contains("no feasible position was found");
  }

  /** A trial may be lower than the optimum itself, as constraints hold within a tolerance. */
  @Test
  void theBestIsFinishedThoughATrialWasALittleLower() {
    Problem problem =
        Problem.of(x -> -x[0] - 2 * x[1] - 3 * x[2], Box.cube(0, 1, 3))
            .subjectTo(
                Constraints.of((x, c) -> c[0] = x[0] * x[0] + x[1] * x[1] + x[2] * x[2] - 0.5, 1, 0)
                    .and(Constraints.equal(new double[][] {{1, 1, 1}}, new double[] {1})));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(3_000)).run();
    assertThat(result.optima()).hasSize(1);
    assertThat(result.optima().get(0).isFinished()).isTrue();
  }

  @Test
  void evolutionGoesByFeasibility() {
    Descent evolution =
        new Descent(StepRule.cmaes(0), StallRule.standard(), Differences.adaptive());
    Problem problem =
        Problem.of(x -> x[0] + x[1], Box.cube(-3, 3, 2))
            .subjectTo(Constraints.of((x, c) -> c[0] = x[0] * x[0] + x[1] * x[1] - 1, 1, 0));
    Result result =
        Search.of(problem).descent(evolution).workers(1).budget(Budget.evaluations(16_000)).run();
    assertThat(result.best().value()).isCloseTo(-Math.sqrt(2), within(1e-3));
  }

  @Test
  void rulesThatIgnoreConstraintsAreRefused() {
    assertThatThrownBy(
            () ->
                Search.of(ConstrainedForm.APART.problem(new AtomicLong()))
                    .descent(Descent.standard()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("constraints");
  }

  @Test
  void sequentialQuadraticProgrammingNeedsNoConstraints() {
    Problem problem =
        Problem.of(x -> x[0] * x[0] + 10 * (x[1] - 1) * (x[1] - 1), Box.cube(-3, 3, 2));
    Descent rules = Descent.constrained();
    Result result =
        Search.of(problem).descent(rules).workers(1).budget(Budget.evaluations(300)).run();
    assertThat(result.best().value()).isCloseTo(0, within(1e-10));
  }

  @Test
  void ordersFeasibleBeforeLessViolatedBeforeMore() {
    double feasible = Feasibility.order(1e100, 0);
    double slightly = Feasibility.order(-5, 1e-9);
    double badly = Feasibility.order(-7, 3);
    assertThat(feasible).isLessThan(slightly);
    assertThat(slightly).isLessThan(badly);
    assertThat(Feasibility.violation(badly)).isEqualTo(3);
    assertThat(Feasibility.violation(feasible)).isZero();
    assertThat(Feasibility.violation(slightly)).isCloseTo(1e-9, withinPercentage(1e-9));
    assertThat(Feasibility.order(1, Double.NaN)).isNaN();
    double least = Feasibility.order(0, Double.MIN_VALUE);
    double most = Feasibility.order(0, Double.POSITIVE_INFINITY);
    assertThat(Feasibility.isFeasible(least)).isFalse();
    assertThat(most).isBetween(badly, Double.MAX_VALUE / 100);
  }
}
