package org.multidescent.bench.bbob.largescale;

import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.powers;
import static org.multidescent.bench.bbob.Transform.round;
import static org.multidescent.bench.bbob.Transform.skew;
import static org.multidescent.bench.bbob.Transform.steepen;

import java.util.Arrays;
import org.multidescent.bench.bbob.Excess;
import org.multidescent.bench.bbob.LinearMap;
import org.multidescent.bench.bbob.Peaks;
import org.multidescent.bench.bbob.Shapes;
import org.multidescent.bench.bbob.Transform;
import org.multidescent.bench.bbob.WeaklyStructured;

/** The functions that rotate: 6, 7, 9 to 19 and 21 to 24. */
final class Rotated {

  private Rotated() {}

  static Excess of(int function, LargeInstance large) {
    return switch (function) {
      case 6 -> attractiveSector(large);
      case 7 -> stepEllipsoid(large);
      case 9 -> rosenbrock(large);
      case 10 -> ellipsoid(large);
      case 11 -> discus(large);
      case 12 -> bentCigar(large);
      case 13 -> sharpRidge(large);
      case 14 -> differentPowers(large);
      case 15 -> rastrigin(large);
      case 16 -> weierstrass(large);
      case 17 -> schaffer(large, 10);
      case 18 -> schaffer(large, 1000);
      case 19 -> griewankRosenbrock(large);
      case 21 -> Peaks.hundredAndOne(large.instance(), large.q());
      case 22 -> Peaks.twentyOne(large.instance(), large.q());
      case 23 -> katsuura(large);
      case 24 -> lunacekBiRastrigin(large);
      default -> throw new AssertionError(function);
    };
  }

  private static Excess attractiveSector(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.conditioned(large.q(2, 3), 10, large.r(4, 5));
    return new Excess(
        xOpt,
        x -> {
          double[] z = steepen(map.times(difference(x, xOpt)), xOpt);
          return Math.pow(oscillate(gamma * Shapes.sphere(z)), 0.9);
        });
  }

  private static Excess stepEllipsoid(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double factor = 0.1 * large.gamma();
    double[] lambda = Transform.conditioning(10, large.dimension());
    double[] weights = powers(100, large.dimension());
    LinearMap before = large.q(2, 3);
    LinearMap after = large.r(4, 5);
    return new Excess(
        xOpt,
        x -> {
          double[] steps = Transform.scale(lambda, before.times(difference(x, xOpt)));
          double first = x.length * Math.abs(steps[0]) / 1e4;
          return factor * Math.max(first, Shapes.ellipsoid(weights, after.times(round(steps))));
        },
        1);
  }

  /** The factor of the coordinates is 1 in every dimension. */
  private static Excess rosenbrock(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.q(2, 3);
    for (int i = 0; i < xOpt.length; i++) {
      xOpt[i] *= 0.75;
    }
    return new Excess(
        xOpt, x -> gamma * Shapes.rosenbrock(raised(map.times(difference(x, xOpt)), 1)));
  }

  private static Excess ellipsoid(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.r(2, 3);
    double[] weights = powers(1e6, large.dimension());
    return new Excess(
        xOpt, x -> gamma * Shapes.ellipsoid(weights, oscillate(map.times(difference(x, xOpt)))));
  }

  private static Excess discus(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.r(2, 3);
    int steep = BlockMatrix.blocks(large.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] z = oscillate(map.times(difference(x, xOpt)));
          return gamma * (1e6 * Shapes.head(z, steep) + Shapes.tail(z, steep));
        });
  }

  private static Excess bentCigar(LargeInstance large) {
    double[] xOpt = large.instance().xOptOfRotation();
    double gamma = large.gamma();
    LinearMap map = large.r(2, 3);
    int flat = BlockMatrix.blocks(large.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] z = map.times(skew(0.5, map.times(difference(x, xOpt))));
          return gamma * (Shapes.head(z, flat) + 1e6 * Shapes.tail(z, flat));
        });
  }

  private static Excess sharpRidge(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.conditioned(large.q(5, 6), 10, large.r(3, 4));
    int along = BlockMatrix.blocks(large.dimension());
    return new Excess(
        xOpt,
        x -> {
          double[] z = map.times(difference(x, xOpt));
          return gamma * (Shapes.head(z, along) + 100 * Math.sqrt(Shapes.tail(z, along)));
        });
  }

  private static Excess differentPowers(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap map = large.r(2, 3);
    return new Excess(xOpt, x -> gamma * Shapes.differentPowers(map.times(difference(x, xOpt))));
  }

  private static Excess rastrigin(LargeInstance large) {
    double[] xOpt = large.xOpt();
    double gamma = large.gamma();
    LinearMap outer = large.r(3, 4);
    LinearMap inner = large.conditioned(large.q(5, 6), 10, outer);
    return new Excess(
        xOpt,
        x ->
            gamma
                * Shapes.rastrigin(
                    inner.times(skew(0.2, oscillate(outer.times(difference(x, xOpt)))))));
  }

  private static Excess weierstrass(LargeInstance large) {
    double[] xOpt = large.xOpt();
    LinearMap outer = large.r(5, 6);
    LinearMap inner = large.conditioned(large.q(3, 4), 0.01, outer);
    return new Excess(
        xOpt,
        x -> Shapes.weierstrass(inner.times(oscillate(outer.times(difference(x, xOpt))))),
        10.0 / large.dimension());
  }

  private static Excess schaffer(LargeInstance large, double condition) {
    double[] xOpt = large.xOpt();
    LinearMap first = large.r(5, 6);
    LinearMap second = large.conditioned(large.q(3, 4), condition, double[]::clone);
    return new Excess(
        xOpt, x -> Shapes.schaffer(second.times(skew(0.5, first.times(difference(x, xOpt))))), 10);
  }

  private static Excess griewankRosenbrock(LargeInstance large) {
    LinearMap map = large.q(2, 3);
    double[] half = new double[large.dimension()];
    Arrays.fill(half, 0.5);
    double[] turned = large.q().transposed().times(half);
    int[] order = large.permutation(2).order();
    double[] xOpt = new double[turned.length];
    for (int j = 0; j < order.length; j++) {
      xOpt[order[j]] = turned[j];
    }
    return new Excess(xOpt, x -> Shapes.griewankRosenbrock(raised(map.times(x), 0.5)));
  }

  private static Excess katsuura(LargeInstance large) {
    double[] xOpt = large.xOpt();
    LinearMap map = large.conditioned(large.q(3, 4), 100, large.r(5, 6));
    return new Excess(xOpt, x -> Shapes.katsuura(map.times(difference(x, xOpt))), 1);
  }

  private static Excess lunacekBiRastrigin(LargeInstance large) {
    LinearMap map = large.conditioned(large.q(3, 4), 100, large.r(5, 6));
    return LargeScale.times(
        large.gamma(), WeaklyStructured.lunacekBiRastrigin(large.instance(), map));
  }

  private static double[] raised(double[] z, double by) {
    for (int i = 0; i < z.length; i++) {
      z[i] += by;
    }
    return z;
  }
}
