package org.multidescent.sqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.multidescent.sqp.Sqp.Outcome;

/** Descents under constraints end where they should, and can be resumed after any step. */
class SqpTest {

  private static final double TOLERANCE = 1e-9;

  private double[] memory = new double[0];

  private Outcome run(ConstrainedFunction function, double... start) {
    return end(begin(function, start));
  }

  private Outcome end(Sqp rule) {
    for (int steps = 0; steps < 500; steps++) {
      Outcome outcome = rule.step(memory);
      if (!outcome.goesOn()) {
        return outcome;
      }
    }
    throw new AssertionError("no end");
  }

  private Sqp begin(ConstrainedFunction function, double... start) {
    Sqp rule = new Sqp(function, TOLERANCE);
    memory = new double[rule.memory()];
    double[] constraints = new double[function.inequalities() + function.equalities()];
    rule.begin(memory, start, function.evaluate(start, constraints), constraints);
    return rule;
  }

  private double[] position(ConstrainedFunction function) {
    double[] position = new double[function.dimension()];
    new Sqp(function, TOLERANCE).position(memory, position);
    return position;
  }

  @Test
  void findsAnOptimumOnACurve() {
    SmallProblem disc = SmallProblem.disc();
    assertThat(run(disc, -1, 1)).isEqualTo(Outcome.OPTIMUM);
    assertThat(position(disc)).containsExactly(new double[] {0.78641515, 0.61769831}, within(1e-6));
    Sqp rule = new Sqp(disc, TOLERANCE);
    assertThat(rule.violation(memory)).isLessThanOrEqualTo(TOLERANCE);
    assertThat(rule.value(memory)).isCloseTo(0.0456748087, within(1e-9));
  }

  /** A bowl with ripples, whose least value on the half-plane lies in the ripple at (-0.5, 0). */
  @Test
  void aCoarseDescentSeesTheBowlBelowRipples() {
    SmallProblem rippled =
        new SmallProblem(
            new double[] {-2, -2},
            new double[] {2, 2},
            1,
            0,
            true,
            (x, c) -> {
              c[0] = x[0] + 0.5;
              double ripples = Math.cos(10 * Math.PI * x[0]) + Math.cos(10 * Math.PI * x[1]);
              return x[0] * x[0] + x[1] * x[1] - 0.3 * ripples;
            });
    assertThat(run(rippled, -1.7, 1.6)).isEqualTo(Outcome.OPTIMUM);
    double plain = new Sqp(rippled, TOLERANCE).value(memory);
    Sqp rule = begin(rippled, -1.7, 1.6);
    rule.makeCoarse(memory);
    assertThat(end(rule)).isEqualTo(Outcome.OPTIMUM);
    assertThat(rule.value(memory)).isLessThan(plain - 1);
    assertThat(rule.violation(memory)).isLessThanOrEqualTo(TOLERANCE);
  }

  @Test
  void findsAnOptimumUnderAnEquation() {
    SmallProblem problem = SmallProblem.hockSchittkowski71();
    assertThat(run(problem, 1, 5, 5, 1)).isEqualTo(Outcome.OPTIMUM);
    assertThat(position(problem))
        .containsExactly(new double[] {1, 4.7429994, 3.8211503, 1.3794082}, within(1e-6));
    double[] multipliers = new double[2];
    new Sqp(problem, TOLERANCE).measureMultipliers(memory, multipliers);
    assertThat(multipliers).containsExactly(new double[] {0.5522937, 0.1614686}, within(1e-6));
  }

  @Test
  void endsWhereContradictingConstraintsAreViolatedLeast() {
    SmallProblem problem = SmallProblem.contradiction();
    assertThat(run(problem, -1.5, 0.5)).isEqualTo(Outcome.INFEASIBLE);
    double[] x = position(problem);
    assertThat(x[0] + x[1]).isBetween(0.0, 1.0);
  }

  @Test
  void differentiatesLinearConstraintsOnce() {
    SmallProblem problem = SmallProblem.apart();
    assertThat(run(problem, -4, 1, 3)).isEqualTo(Outcome.OPTIMUM);
    assertThat(position(problem)).containsExactly(new double[] {1, 2, -1}, within(1e-5));
    assertThat(problem.values).isGreaterThan(2 * problem.constraintCalls);
  }

  @Test
  void unitsDoNotMatter() {
    run(SmallProblem.disc(), -1.2, 0.3);
    double[] plain = position(SmallProblem.disc());
    run(SmallProblem.disc(0x1p40, 0x1p-30), -1.2, 0.3);
    assertThat(position(SmallProblem.disc())).isEqualTo(plain);
  }

  @Test
  void canBeResumedAfterAnyStep() {
    for (Supplier<SmallProblem> source :
        List.<Supplier<SmallProblem>>of(
            SmallProblem::disc, SmallProblem::hockSchittkowski71, SmallProblem::contradiction)) {
      SmallProblem problem = source.get();
      double[] start = new double[problem.dimension()];
      Arrays.fill(start, 1.25);
      Outcome whole = run(problem, start);
      double[] expected = memory;
      begin(problem, start);
      Outcome outcome = Outcome.MOVED;
      while (outcome.goesOn()) {
        outcome = new Sqp(problem, TOLERANCE).step(memory);
      }
      assertThat(outcome).isEqualTo(whole);
      assertThat(memory).isEqualTo(expected);
    }
  }

  @Test
  void anExceptionLeavesADescentThatGoesOn() {
    run(SmallProblem.disc(), -1, 1);
    double[] expected = memory;
    long[] calls = new long[1];
    ConstrainedFunction failing =
        new SmallProblem(
            new double[] {-1.5, -1.5},
            new double[] {1.5, 1.5},
            1,
            0,
            false,
            (x, c) -> {
              if (++calls[0] % 5 == 0) {
                throw new IllegalStateException("every fifth call");
              }
              return SmallProblem.disc().evaluate(x, c);
            });
    Sqp rule = begin(failing, -1, 1);
    int failures = 0;
    Outcome outcome = Outcome.MOVED;
    while (outcome.goesOn()) {
      try {
        outcome = rule.step(memory);
      } catch (IllegalStateException e) {
        failures++;
      }
    }
    assertThat(failures).isPositive();
    assertThat(memory).isEqualTo(expected);
  }

  @Test
  void endsWhereTheObjectiveIsNotFinite() {
    SmallProblem problem =
        new SmallProblem(
            new double[] {0}, new double[] {1}, 0, 0, false, (x, c) -> Math.sqrt(-1 - x[0]));
    assertThat(run(problem, 0.5)).isEqualTo(Outcome.NOT_FINITE);
  }
}
