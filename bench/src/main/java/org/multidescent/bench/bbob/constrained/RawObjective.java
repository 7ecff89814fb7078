package org.multidescent.bench.bbob.constrained;

import java.util.Arrays;
import org.multidescent.bench.bbob.BbobRandom;
import org.multidescent.bench.bbob.Instance;
import org.multidescent.bench.bbob.Matrix;
import org.multidescent.bench.bbob.Shapes;
import org.multidescent.bench.bbob.Transform;

/**
 * One of the nine objectives before it is scaled.
 *
 * @param warp how coordinates are bent
 * @param factor what the objective is multiplied by
 * @param ascent a direction from the optimum along which the objective falls; infeasible positions
 *     lie the other way
 * @param height the value as a function of the position and of its bent difference to the optimum
 */
record RawObjective(Warp warp, double factor, double[] ascent, Height height) {

  /** A value as a function of a position and of its bent difference to the optimum. */
  @FunctionalInterface
  interface Height {

    double at(double[] x, double[] u);
  }

  /** Returns the objective of a kind, 1 to 9; {@code seed} is that of the unconstrained optimum. */
  static RawObjective of(int kind, int dimension, long seed) {
    double[] y = Instance.xOpt(dimension, seed);
    double[] steep = Transform.powers(1e6, dimension);
    return switch (kind) {
      case 1 ->
          new RawObjective(
              Warp.NONE, 10, scaled(y, -1), (x, u) -> Shapes.sphere(Transform.difference(u, y)));
      case 2 ->
          new RawObjective(
              Warp.OSCILLATED,
              1e-4,
              scaled(Transform.scale(steep, y.clone()), -1),
              (x, u) -> Shapes.ellipsoid(steep, Transform.difference(u, y)));
      case 3 -> linearSlope(y);
      case 4 -> rotated(Warp.OSCILLATED, steep, y, rotation(dimension, seed));
      case 5 -> rotated(Warp.OSCILLATED, discus(dimension), y, rotation(dimension, seed));
      case 6 -> {
        double[] own = Instance.xOpt(dimension, seed + Instance.ROTATION_OFFSET);
        yield rotated(Warp.SKEWED, cigar(dimension), own, rotation(dimension, seed));
      }
      case 7 -> differentPowers(y, rotation(dimension, seed));
      case 8 -> rastrigin(grid(dimension, seed));
      default -> rotatedRastrigin(grid(dimension, seed), rotation(dimension, seed));
    };
  }

  private static Matrix rotation(int dimension, long seed) {
    return Matrix.rotation(dimension, seed + Instance.ROTATION_OFFSET);
  }

  private static RawObjective linearSlope(double[] y) {
    double[] slope = Transform.powers(10, y.length);
    double[] corner = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      double sign = y[i] > 0 ? 1 : -1;
      corner[i] = 5 * sign;
      slope[i] *= sign;
    }
    Height height =
        (x, u) -> {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            double t = x[i] * corner[i] < 25 ? x[i] : corner[i];
            sum += 5 * Math.abs(slope[i]) - slope[i] * t;
          }
          return sum;
        };
    return new RawObjective(Warp.NONE, 10, scaled(slope, -1), height);
  }

  /** A quadratic form of rotated coordinates. */
  private static RawObjective rotated(Warp warp, double[] weights, double[] y, Matrix r) {
    double[] ascent = scaled(r.transposed().times(Transform.scale(weights, r.times(y))), -1);
    return new RawObjective(
        warp,
        1e-4,
        ascent,
        (x, u) -> Shapes.ellipsoid(weights, r.times(Transform.difference(u, y))));
  }

  private static RawObjective differentPowers(double[] far, Matrix r) {
    double[] y = scaled(far, 0.01 / Math.sqrt(Shapes.sphere(far)));
    double[] z = r.times(scaled(y, -1));
    for (int i = 0; i < z.length; i++) {
      double exponent = 2 + 4 * Transform.linear(i, z.length);
      z[i] = exponent * Math.pow(Math.abs(z[i]), exponent - 1) * Math.signum(z[i]);
    }
    return new RawObjective(
        Warp.NONE,
        100,
        r.transposed().times(z),
        (x, u) -> Shapes.differentPowers(r.times(Transform.difference(u, y))));
  }

  private static RawObjective rastrigin(double[] y) {
    return new RawObjective(
        Warp.OSCILLATED_AND_SKEWED,
        10,
        scaled(y, -1),
        (x, u) -> Shapes.rastrigin(Transform.difference(u, y)));
  }

  private static RawObjective rotatedRastrigin(double[] y, Matrix r) {
    return new RawObjective(
        Warp.OSCILLATED_AND_SKEWED,
        10,
        scaled(r.transposed().times(y), -1),
        (x, u) -> Shapes.rastrigin(Transform.difference(r.times(u), y)));
  }

  /** Whole numbers, so that the optimum under constraints is a local one without. */
  private static double[] grid(int dimension, long seed) {
    double[] y = BbobRandom.uniform(dimension, seed);
    boolean zero = true;
    for (int i = 0; i < dimension; i++) {
      y[i] = (int) (10 * y[i] - 5);
      zero &= y[i] == 0;
    }
    if (zero) {
      Arrays.setAll(y, i -> i % 9 - 4);
    }
    return y;
  }

  private static double[] discus(int dimension) {
    double[] weights = new double[dimension];
    Arrays.fill(weights, 1);
    weights[0] = 1e6;
    return weights;
  }

  private static double[] cigar(int dimension) {
    double[] weights = new double[dimension];
    Arrays.fill(weights, 1e6);
    weights[0] = 1;
    return weights;
  }

  private static double[] scaled(double[] x, double factor) {
    double[] scaled = new double[x.length];
    Arrays.setAll(scaled, i -> factor * x[i]);
    return scaled;
  }
}
