package org.multidescent.spark;

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
  };

  /**
   * Computes it.
   *
   * @param numbers receives what there is beside the value
   * @return the value; 0 if there is none
   */
  abstract double make(Evaluator evaluator, double[] x, double[] numbers);
}
