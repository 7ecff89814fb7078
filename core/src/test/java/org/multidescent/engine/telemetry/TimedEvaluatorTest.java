package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.Evaluator;

class TimedEvaluatorTest {

  private static final double[] X = {3};

  private final RecordingProbe probe = new RecordingProbe();
  private final Plain plain = new Plain();
  private final TimedEvaluator timed =
      new TimedEvaluator(plain, new WorkerTimer(0, probe, failure -> {}));

  /** Each method has a value of its own. */
  private static final class Plain implements Evaluator {

    private long sample;

    @Override
    public void sample(long name) {
      sample = name;
    }

    @Override
    public double value(double[] x) {
      return x[0];
    }

    @Override
    public double valueAndGradient(double[] x, double[] gradient) {
      gradient[0] = 1;
      return x[0] + 1;
    }

    @Override
    public void values(double[] positions, int count, double[] values) {
      throw new ArithmeticException();
    }

    @Override
    public void constraints(double[] x, double[] constraints) {
      constraints[0] = 2;
    }

    @Override
    public double valueAndConstraints(double[] x, double[] constraints) {
      constraints[0] = 3;
      return x[0] + 3;
    }

    @Override
    public double residuals(double[] x, double[] residuals) {
      residuals[0] = 4;
      return x[0] + 4;
    }

    @Override
    public void residuals(double[] positions, int count, double[] residuals, double[] values) {
      residuals[0] = 6;
      values[0] = count;
    }

    @Override
    public void jacobian(double[] x, double[] derivatives) {
      derivatives[0] = 5;
    }

    @Override
    public Runnable cancellation() {
      return () -> sample = -1;
    }
  }

  @Test
  void eachCallIsMadeAndMeasured() {
    double[] out = new double[1];
    assertThat(timed.value(X)).isEqualTo(3);
    assertThat(timed.valueAndGradient(X, out)).isEqualTo(4);
    assertThat(out).containsExactly(1);
    timed.constraints(X, out);
    assertThat(out).containsExactly(2);
    assertThat(timed.valueAndConstraints(X, out)).isEqualTo(6);
    assertThat(out).containsExactly(3);
    assertThat(timed.residuals(X, out)).isEqualTo(7);
    assertThat(out).containsExactly(4);
    timed.jacobian(X, out);
    assertThat(out).containsExactly(5);
    double[] values = new double[1];
    timed.residuals(X, 7, out, values);
    assertThat(out).containsExactly(6);
    assertThat(values).containsExactly(7);
    assertThat(probe.evaluations).isEqualTo(13);
  }

  @Test
  void aCallThatThrowsIsMeasuredToo() {
    assertThatThrownBy(() -> timed.values(X, 8, X)).isInstanceOf(ArithmeticException.class);
    assertThat(probe.evaluations).isEqualTo(8);
  }

  @Test
  void samplesAndCancellationsArePassedOn() {
    timed.sample(12);
    assertThat(plain.sample).isEqualTo(12);
    timed.cancellation().run();
    assertThat(plain.sample).isEqualTo(-1);
    assertThat(probe.evaluations).isZero();
  }
}
