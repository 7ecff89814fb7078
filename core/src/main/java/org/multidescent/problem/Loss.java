package org.multidescent.problem;

import java.util.Objects;

/**
 * What a residual costs: its square, or less than that if it is large, so that outliers pull less.
 *
 * <p>With scale C and {@code z = (r / C)^2} a residual r costs {@code C^2 rho(z) / 2}. The losses
 * are those of SciPy's {@code least_squares} and of Ceres: Huber (1964), and {@code soft L1},
 * Cauchy and arctan as in Triggs et al., "Bundle adjustment: a modern synthesis" (2000).
 *
 * @param shape the function rho
 * @param scale C, the residual from which on the loss differs from the square, in units of the
 *     residuals; above 0 and finite
 */
public record Loss(Shape shape, double scale) {

  /** The least squares. */
  private static final Loss SQUARES = new Loss(Shape.SQUARES, 1);

  /** A function rho of the squared, scaled residual, with rho(0) = 0 and rho'(0) = 1. */
  public enum Shape {
    /** {@code z}. */
    SQUARES {
      @Override
      double value(double z) {
        return z;
      }

      @Override
      double slope(double z) {
        return 1;
      }
    },
    /** {@code z} up to 1, then {@code 2 sqrt(z) - 1}. */
    HUBER {
      @Override
      double value(double z) {
        return z <= 1 ? z : 2 * Math.sqrt(z) - 1;
      }

      @Override
      double slope(double z) {
        return z <= 1 ? 1 : 1 / Math.sqrt(z);
      }
    },
    /** {@code 2 (sqrt(1 + z) - 1)}. */
    SOFT_L1 {
      @Override
      double value(double z) {
        return 2 * z / (Math.sqrt(1 + z) + 1);
      }

      @Override
      double slope(double z) {
        return 1 / Math.sqrt(1 + z);
      }
    },
    /** {@code ln(1 + z)}. */
    CAUCHY {
      @Override
      double value(double z) {
        return Math.log1p(z);
      }

      @Override
      double slope(double z) {
        return 1 / (1 + z);
      }
    },
    /** {@code arctan(z)}. */
    ARCTAN {
      @Override
      double value(double z) {
        return Math.atan(z);
      }

      @Override
      double slope(double z) {
        return 1 / (1 + z * z);
      }
    };

    abstract double value(double z);

    abstract double slope(double z);
  }

  /**
   * Creates a loss.
   *
   * @param shape as above
   * @param scale as above
   * @throws IllegalArgumentException if the scale is not above 0 and finite
   */
  public Loss {
    Objects.requireNonNull(shape, "shape: null (expected: a shape)");
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("scale: " + scale + " (expected: above 0 and finite)");
    }
  }

  /**
   * Returns the loss of least squares.
   *
   * @return {@code r^2 / 2}
   */
  public static Loss squares() {
    return SQUARES;
  }

  /**
   * Returns Huber's loss: quadratic up to the scale, linear beyond.
   *
   * @param scale as above
   * @return the loss
   */
  public static Loss huber(double scale) {
    return new Loss(Shape.HUBER, scale);
  }

  /**
   * Returns a smooth approximation of Huber's loss.
   *
   * @param scale as above
   * @return the loss
   */
  public static Loss softL1(double scale) {
    return new Loss(Shape.SOFT_L1, scale);
  }

  /**
   * Returns Cauchy's loss, which grows with the logarithm of a residual.
   *
   * @param scale as above
   * @return the loss
   */
  public static Loss cauchy(double scale) {
    return new Loss(Shape.CAUCHY, scale);
  }

  /**
   * Returns the arctan loss, which no residual brings above a limit.
   *
   * @param scale as above
   * @return the loss
   */
  public static Loss arctan(double scale) {
    return new Loss(Shape.ARCTAN, scale);
  }

  /**
   * Returns what a residual costs.
   *
   * @param residual the residual
   * @return the cost, 0 or more
   */
  public double value(double residual) {
    if (shape == Shape.SQUARES) {
      return 0.5 * residual * residual;
    }
    return 0.5 * scale * scale * shape.value(square(residual));
  }

  /**
   * Returns what the derivative of the cost is: the residual, times this.
   *
   * @param residual the residual
   * @return the weight of the residual, 0 to 1
   */
  public double weight(double residual) {
    return shape.slope(square(residual));
  }

  private double square(double residual) {
    double scaled = residual / scale;
    return scaled * scaled;
  }
}
