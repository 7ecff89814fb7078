package org.multidescent.problem;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** An evaluator that waits for its turn. */
record SerialEvaluator(Evaluator inner, ReentrantLock turn) implements Evaluator {

  @Override
  public double value(double[] x) {
    turn.lock();
    try {
      return inner.value(x);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    turn.lock();
    try {
      return inner.valueAndGradient(x, gradient);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    turn.lock();
    try {
      inner.values(positions, count, values);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    turn.lock();
    try {
      inner.constraints(x, constraints);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    turn.lock();
    try {
      return inner.valueAndConstraints(x, constraints);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    turn.lock();
    try {
      inner.constraints(positions, count, constraints);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    turn.lock();
    try {
      inner.valuesAndConstraints(positions, count, values, constraints);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void constraintJacobian(double[] x, double[] rows) {
    turn.lock();
    try {
      inner.constraintJacobian(x, rows);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    turn.lock();
    try {
      return inner.valueAndDerivatives(x, gradient, constraints, jacobian);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    turn.lock();
    try {
      return inner.residuals(x, residuals);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    turn.lock();
    try {
      inner.jacobian(x, derivatives);
    } finally {
      turn.unlock();
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
