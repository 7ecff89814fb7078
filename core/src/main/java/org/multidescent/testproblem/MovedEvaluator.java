package org.multidescent.testproblem;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;

/** Evaluates a landscape after a {@link Motion}. */
final class MovedEvaluator implements Evaluator {

  private final Evaluator inner;
  private final Motion motion;
  private final @Nullable Box limits;
  private final double weight;
  private final double[] single;
  private final double[] image;
  private final double[] slope;
  private final double[] beyond;

  /**
   * Creates an evaluator.
   *
   * @param inner evaluates the function before the motion
   * @param motion the motion
   * @param limits the box outside which the function is continued by a penalty; null for none
   * @param weight the factor of the penalty
   */
  MovedEvaluator(Evaluator inner, Motion motion, @Nullable Box limits, double weight) {
    this.inner = inner;
    this.motion = motion;
    this.limits = limits;
    this.weight = weight;
    int dimension = motion.from().length;
    single = new double[dimension];
    image = new double[dimension];
    slope = new double[dimension];
    beyond = new double[dimension];
  }

  @Override
  public void sample(long name) {
    inner.sample(name);
  }

  @Override
  public double value(double[] x) {
    move(x);
    double penalty = clamp();
    return inner.value(image) + penalty;
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    move(x);
    double penalty = clamp();
    double value = inner.valueAndGradient(image, slope) + penalty;
    if (limits != null) {
      for (int i = 0; i < slope.length; i++) {
        if (beyond[i] != 0) {
          slope[i] = 2 * weight * beyond[i] / limits.width(i);
        }
      }
    }
    turnBack(gradient);
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    for (int k = 0; k < count; k++) {
      System.arraycopy(positions, k * single.length, single, 0, single.length);
      values[k] = value(single);
    }
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    move(x);
    double penalty = clamp();
    return inner.residuals(image, residuals) + penalty;
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    move(x);
    clamp();
    inner.jacobian(image, derivatives);
    double[] row = new double[slope.length];
    for (int at = 0; at < derivatives.length; at += row.length) {
      for (int i = 0; i < row.length; i++) {
        slope[i] = beyond[i] == 0 ? derivatives[at + i] : 0;
      }
      turnBack(row);
      System.arraycopy(row, 0, derivatives, at, row.length);
    }
  }

  private void move(double[] x) {
    double[] from = motion.from();
    double[] to = motion.to();
    double[][] rotation = motion.rotation();
    for (int i = 0; i < image.length; i++) {
      double sum = from[i];
      if (rotation == null) {
        sum += x[i] - to[i];
      } else {
        for (int j = 0; j < image.length; j++) {
          sum += rotation[i][j] * (x[j] - to[j]);
        }
      }
      image[i] = sum;
    }
  }

  /** Moves the image into the limits and returns the penalty for the way there. */
  private double clamp() {
    if (limits == null) {
      return 0;
    }
    double penalty = 0;
    for (int i = 0; i < image.length; i++) {
      double inside = Math.min(Math.max(image[i], limits.lower(i)), limits.upper(i));
      beyond[i] = image[i] == inside ? 0 : (image[i] - inside) / limits.width(i);
      image[i] = inside;
      penalty += beyond[i] * beyond[i];
    }
    return weight * penalty;
  }

  private void turnBack(double[] gradient) {
    double[][] rotation = motion.rotation();
    if (rotation == null) {
      System.arraycopy(slope, 0, gradient, 0, slope.length);
      return;
    }
    Arrays.fill(gradient, 0, slope.length, 0);
    for (int i = 0; i < slope.length; i++) {
      for (int j = 0; j < slope.length; j++) {
        gradient[j] += rotation[i][j] * slope[i];
      }
    }
  }
}
