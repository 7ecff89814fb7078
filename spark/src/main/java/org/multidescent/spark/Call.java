package org.multidescent.spark;

import java.util.Arrays;
import org.multidescent.problem.Evaluator;

/** What is computed at a position: a value, and numbers beside it. */
enum Call {
  VALUE {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      return evaluator.value(x);
    }
  },
  GRADIENT {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      return evaluator.valueAndGradient(x, numbers);
    }
  },
  RESIDUALS {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      return evaluator.residuals(x, numbers);
    }
  },
  JACOBIAN {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      evaluator.jacobian(x, numbers);
      return 0;
    }
  },
  CONSTRAINTS {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      evaluator.constraints(x, numbers);
      return 0;
    }
  },
  VALUE_AND_CONSTRAINTS {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      return evaluator.valueAndConstraints(x, numbers);
    }
  },
  CONSTRAINT_JACOBIAN {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      evaluator.constraintJacobian(x, numbers);
      return 0;
    }
  },
  VALUE_AND_DERIVATIVES {
    @Override
    double make(Evaluator evaluator, double[] x, double[] numbers) {
      double[] gradient = new double[x.length];
      double[] constraints = new double[(numbers.length - x.length) / (x.length + 1)];
      double[] jacobian = new double[constraints.length * x.length];
      Arrays.fill(gradient, Double.NaN);
      Arrays.fill(constraints, Double.NaN);
      Arrays.fill(jacobian, Double.NaN);
      double value = evaluator.valueAndDerivatives(x, gradient, constraints, jacobian);
      System.arraycopy(gradient, 0, numbers, 0, x.length);
      System.arraycopy(constraints, 0, numbers, x.length, constraints.length);
      System.arraycopy(jacobian, 0, numbers, x.length + constraints.length, jacobian.length);
      return value;
    }
  };

  /**
   * Computes it.
   *
   * @param numbers receives what there is beside the value
   * @return the value; 0 if there is none
   */
  abstract double make(Evaluator evaluator, double[] x, double[] numbers);
}
