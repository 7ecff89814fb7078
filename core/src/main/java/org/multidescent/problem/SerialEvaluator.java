package org.multidescent.problem;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Turn;

/** An evaluator that waits for its turn. */
record SerialEvaluator(Evaluator inner, Turn turn) implements Evaluator {

  @Override
  public double value(double[] x) {
    turn.take();
    try {
      return inner.value(x);
    } finally {
      turn.pass();
    }
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    turn.take();
    try {
      return inner.valueAndGradient(x, gradient);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    turn.take();
    try {
      inner.values(positions, count, values);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    turn.take();
    try {
      inner.constraints(x, constraints);
    } finally {
      turn.pass();
    }
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    turn.take();
    try {
      return inner.valueAndConstraints(x, constraints);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    turn.take();
    try {
      inner.constraints(positions, count, constraints);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    turn.take();
    try {
      inner.valuesAndConstraints(positions, count, values, constraints);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    turn.take();
    try {
      inner.constraintJacobian(x, rows);
    } finally {
      turn.pass();
    }
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    turn.take();
    try {
      return inner.valueAndDerivatives(x, gradient, constraints, jacobian);
    } finally {
      turn.pass();
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    turn.take();
    try {
      return inner.residuals(x, residuals);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    turn.take();
    try {
      inner.residuals(positions, count, residuals, values);
    } finally {
      turn.pass();
    }
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    turn.take();
    try {
      inner.jacobian(x, derivatives);
    } finally {
      turn.pass();
    }
  }

  @Override
  public @Nullable Runnable cancellation() {
    return inner.cancellation();
  }

  @Override
  public void sample(long name) {
    inner.sample(name);
  }
}
