package org.multidescent.engine.telemetry;

import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Evaluator;

/** Measures each call. */
final class TimedEvaluator implements Evaluator {

  private final Evaluator evaluator;
  private final WorkerTimer timing;

  public TimedEvaluator(Evaluator evaluator, WorkerTimer timing) {
    this.evaluator = evaluator;
    this.timing = timing;
  }

  @Override
  public void sample(long name) {
    evaluator.sample(name);
  }

  @Override
  public double value(double[] x) {
    long start = System.nanoTime();
    try {
      return evaluator.value(x);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    long start = System.nanoTime();
    try {
      return evaluator.valueAndGradient(x, gradient);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    long start = System.nanoTime();
    try {
      evaluator.values(positions, count, values);
    } finally {
      timing.evaluated(System.nanoTime() - start, count);
    }
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    long start = System.nanoTime();
    try {
      evaluator.constraints(x, constraints);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    long start = System.nanoTime();
    try {
      evaluator.constraints(positions, count, constraints);
    } finally {
      timing.evaluated(System.nanoTime() - start, count);
    }
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    long start = System.nanoTime();
    try {
      evaluator.valuesAndConstraints(positions, count, values, constraints);
    } finally {
      timing.evaluated(System.nanoTime() - start, count);
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    long start = System.nanoTime();
    try {
      evaluator.constraintJacobian(x, rows);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    long start = System.nanoTime();
    try {
      return evaluator.valueAndDerivatives(x, gradient, constraints, jacobian);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    long start = System.nanoTime();
    try {
      return evaluator.residuals(x, residuals);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    long start = System.nanoTime();
    try {
      evaluator.residuals(positions, count, residuals, values);
    } finally {
      timing.evaluated(System.nanoTime() - start, count);
    }
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    long start = System.nanoTime();
    try {
      return evaluator.valueAndConstraints(x, constraints);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    long start = System.nanoTime();
    try {
      evaluator.jacobian(x, derivatives);
    } finally {
      timing.evaluated(System.nanoTime() - start, 1);
    }
  }

  @Override
  public @Nullable Runnable cancellation() {
    return evaluator.cancellation();
  }
}
