package org.multidescent.sqp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.multidescent.sqp.DualActiveSet.Outcome;

/** Solutions satisfy the conditions of Karush, Kuhn and Tucker. */
class DualActiveSetTest {

  private static final int PROGRAMS = 3_000;

  @Test
  void solvesRandomPrograms() {
    RandomPrograms programs = new RandomPrograms(1);
    for (int k = 0; k < PROGRAMS; k++) {
      assertSolved(programs.feasible(), 1e-9, "program " + k);
    }
  }

  @Test
  void solvesDegeneratePrograms() {
    RandomPrograms programs = new RandomPrograms(2);
    for (int k = 0; k < PROGRAMS; k++) {
      assertSolved(programs.degenerate(), 1e-9, "program " + k);
    }
  }

  @Test
  void solvesBadlyScaledPrograms() {
    RandomPrograms programs = new RandomPrograms(3);
    for (int k = 0; k < PROGRAMS; k++) {
      assertSolved(programs.badlyScaled(), 1e-7, "program " + k);
    }
  }

  @Test
  void tellsInfeasiblePrograms() {
    RandomPrograms programs = new RandomPrograms(4);
    for (int k = 0; k < PROGRAMS; k++) {
      assertThat(new DualActiveSet(programs.infeasible()).solve())
          .as("program %d", k)
          .isEqualTo(Outcome.INFEASIBLE);
    }
  }

  @Test
  void solvesAgainWithOtherNumbers() {
    QuadraticProgram program = new QuadraticProgram(2, 1, 0);
    program.hessian[0] = 2;
    program.hessian[3] = 2;
    program.gradient[0] = -2;
    program.jacobian[0] = 1;
    program.jacobian[1] = 1;
    DualActiveSet solver = new DualActiveSet(program);
    for (double bound : new double[] {-2, 0, 1, -0.5}) {
      program.constraints[0] = -bound;
      assertThat(solver.solve()).isEqualTo(Outcome.SOLVED);
      double excess = Math.max(0, (1 - bound) / 2);
      assertThat(solver.solution())
          .containsExactly(new double[] {1 - excess, -excess}, within(1e-14));
      assertThat(solver.multipliers()[0]).isCloseTo(2 * excess, within(1e-14));
    }
  }

  @Test
  void failsWhereTheHessianIsIndefinite() {
    QuadraticProgram program = new QuadraticProgram(2, 0, 0);
    program.hessian[0] = 1;
    program.hessian[2] = 2;
    program.hessian[3] = 1;
    assertThat(new DualActiveSet(program).solve()).isEqualTo(Outcome.FAILED);
  }

  private static void assertSolved(QuadraticProgram program, double tolerance, String name) {
    DualActiveSet solver = new DualActiveSet(program);
    assertThat(solver.solve()).as(name).isEqualTo(Outcome.SOLVED);
    double[] d = solver.solution();
    double[] multipliers = solver.multipliers();
    int n = program.n;
    int m = program.m;
    for (int j = 0; j < m; j++) {
      double value = program.constraint(j, d);
      double size = size(program, j, d);
      boolean inequality = j < program.inequalities;
      assertThat(inequality ? value : Math.abs(value))
          .as("%s: constraint %d", name, j)
          .isLessThanOrEqualTo(tolerance * size);
      if (inequality) {
        assertThat(multipliers[j]).as("%s: multiplier %d", name, j).isNotNegative();
        assertThat(multipliers[j] == 0 || value > -tolerance * size)
            .as("%s: a multiplier of constraint %d only where it is active", name, j)
            .isTrue();
      }
    }
    for (int i = 0; i < n; i++) {
      assertThat(d[i]).as(name).isBetween(program.lower[i], program.upper[i]);
      assertThat(multipliers[m + i]).isNotNegative();
      assertThat(multipliers[m + n + i]).isNotNegative();
      double sum = program.gradient[i] - multipliers[m + i] + multipliers[m + n + i];
      double size = Math.abs(program.gradient[i]) + multipliers[m + i] + multipliers[m + n + i];
      for (int k = 0; k < n; k++) {
        sum += program.hessian[i * n + k] * d[k];
        size += Math.abs(program.hessian[i * n + k]) * (1 + Math.abs(d[k]));
      }
      for (int j = 0; j < m; j++) {
        sum += program.jacobian[j * n + i] * multipliers[j];
        size += Math.abs(program.jacobian[j * n + i] * multipliers[j]);
      }
      assertThat(Math.abs(sum))
          .as("%s: gradient %d", name, i)
          .isLessThanOrEqualTo(tolerance * size);
    }
  }

  private static double size(QuadraticProgram program, int j, double[] d) {
    double size = Math.abs(program.constraints[j]);
    for (int i = 0; i < program.n; i++) {
      size += Math.abs(program.jacobian[j * program.n + i]) * (1 + Math.abs(d[i]));
    }
    return size;
  }
}
