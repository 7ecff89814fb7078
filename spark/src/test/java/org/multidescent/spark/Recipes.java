package org.multidescent.spark;

import java.util.Arrays;
import java.util.Objects;
import org.multidescent.function.BatchException;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.testproblem.TestProblems;

/** Problems of each kind. */
enum Recipes implements ProblemRecipe {
  VALUES {
    @Override
    public Problem get() {
      return TestProblems.rastrigin(3).problem().withoutGradient();
    }
  },
  GRADIENT {
    @Override
    public Problem get() {
      return TestProblems.rosenbrock(3).problem();
    }
  },
  VALUE_WITH_GRADIENT {
    @Override
    public Problem get() {
      return Problem.withGradient(
          (x, gradient) -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
              sum += Math.cos(3 * x[i]) + x[i] * x[i];
              gradient[i] = 2 * x[i] - 3 * Math.sin(3 * x[i]);
            }
            return sum;
          },
          Box.cube(-4, 3, 3));
    }
  },
  BATCHES {
    @Override
    public Problem get() {
      return Problems.batch(
          (positions, count, values) -> {
            for (int k = 0; k < count; k++) {
              values[k] = Math.abs(positions[2 * k] - 1) + Math.cosh(positions[2 * k + 1]);
            }
          },
          Box.cube(-4, 3, 2));
    }
  },
  RESIDUALS {
    @Override
    public Problem get() {
      return Problem.leastSquares(
          (x, residuals) -> {
            for (int i = 0; i < residuals.length; i++) {
              residuals[i] = x[0] * Math.exp(-x[1] * i) - 3 * Math.exp(-.2 * i);
            }
          },
          8,
          Box.cube(0, 5, 2));
    }
  },
  RESIDUALS_IN_BATCHES {
    @Override
    public Problem get() {
      return LeastSquares.batch(
              (positions, count, residuals) -> {
                for (int k = 0; k < count; k++) {
                  for (int i = 0; i < 8; i++) {
                    double model = positions[2 * k] * Math.exp(-positions[2 * k + 1] * i);
                    residuals[8 * k + i] = model - 3 * Math.exp(-.2 * i);
                  }
                }
              },
              8)
          .problem(Box.cube(0, 5, 2));
    }
  },
  JACOBIAN {
    @Override
    public Problem get() {
      return LeastSquares.of(
              (x, residuals) -> {
                residuals[0] = 10 * (x[1] - x[0] * x[0]);
                residuals[1] = 1 - x[0];
              },
              2)
          .jacobian(
              (x, rows) -> {
                rows[0] = -20 * x[0];
                rows[1] = 10;
                rows[2] = -1;
                rows[3] = 0;
              })
          .problem(Box.cube(-3, 3, 2));
    }
  },
  CONSTRAINTS {
    @Override
    public Problem get() {
      return Problem.of(x -> x[0] + 2 * x[1], Box.cube(-2, 2, 2))
          .subjectTo(Constraints.of((x, c) -> c[0] = x[0] * x[0] + x[1] * x[1] - 1, 1, 0));
    }
  },
  VALUE_WITH_CONSTRAINTS {
    @Override
    public Problem get() {
      return Constrained.of(
              (x, c) -> {
                c[0] = x[0] * x[1] - 1;
                return x[0] * x[0] + 3 * x[1];
              },
              0,
              1)
          .problem(Box.cube(.1, 3, 2));
    }
  },
  CONSTRAINTS_WITH_DERIVATIVES {
    @Override
    public Problem get() {
      Constraints circle = Constraints.of((x, c) -> c[0] = x[0] * x[0] + x[1] * x[1] - 1, 1, 0);
      return Problem.withGradient(
              (x, gradient) -> {
                gradient[0] = 1;
                gradient[1] = 2;
                return x[0] + 2 * x[1];
              },
              Box.cube(-2, 2, 2))
          .subjectTo(
              circle.jacobian(
                  (x, rows) -> {
                    rows[0] = 2 * x[0];
                    rows[1] = 2 * x[1];
                  }));
    }
  },
  VALUE_WITH_CONSTRAINTS_AND_DERIVATIVES {
    @Override
    public Problem get() {
      return Constrained.withDerivatives(
              (x, gradient, c, rows) -> {
                c[0] = x[0] * x[1] - 1;
                rows[0] = x[1];
                rows[1] = x[0];
                gradient[0] = 2 * x[0];
                gradient[1] = 3;
                return x[0] * x[0] + 3 * x[1];
              },
              0,
              1)
          .problem(Box.cube(.1, 3, 2));
    }
  },
  NOISE {
    @Override
    public Problem get() {
      return Problems.stochastic(
          (x, seed) -> x[0] * x[0] + x[1] * x[1] + 1e-3 * (seed >> 54), Box.cube(-2, 1, 2));
    }
  },
  FAILURES {
    @Override
    public Problem get() {
      return Problem.of(
          x -> {
            if (x[0] > 2) {
              throw new IllegalStateException("too far");
            }
            if (x[1] > 2) {
              throw new UnsentException();
            }
            return x[0] < -3 ? Double.NaN : x[0] * x[0] + Math.cos(3 * x[1]) + x[1] * x[1];
          },
          Box.cube(-4, 3, 2));
    }
  },
  FAILURES_IN_BATCHES {
    @Override
    public Problem get() {
      return Problems.batch(
          (positions, count, values) -> {
            Throwable[] failures = new Throwable[count];
            for (int k = 0; k < count; k++) {
              double x = positions[2 * k];
              double y = positions[2 * k + 1];
              values[k] = x * x + Math.cos(3 * y) + y * y;
              failures[k] = x > 2 ? new IllegalStateException("too far") : null;
            }
            if (Arrays.stream(failures).anyMatch(Objects::nonNull)) {
              throw new BatchException(failures);
            }
          },
          Box.cube(-4, 3, 2));
    }
  };

  /** Cannot be serialised. */
  static final class UnsentException extends RuntimeException {

    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial")
    private final Object part = new Object();

    UnsentException() {
      super("not to be sent");
    }

    @Override
    public String toString() {
      return "unsent " + (part != null);
    }
  }
}
