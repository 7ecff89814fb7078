package org.multidescent.bench.bbob;

import static org.multidescent.bench.bbob.Transform.conditioning;
import static org.multidescent.bench.bbob.Transform.difference;
import static org.multidescent.bench.bbob.Transform.oscillate;
import static org.multidescent.bench.bbob.Transform.skew;

/** Functions 15 to 19: many optima with an adequate global structure. */
final class MultiModal {

  private MultiModal() {}

  static Excess of(int function, Instance instance) {
    return switch (function) {
      case 15 -> rastrigin(instance);
      case 16 -> weierstrass(instance);
      case 17 -> schaffer(instance, 10);
      case 18 -> schaffer(instance, 1000);
      case 19 -> griewankRosenbrock(instance);
      default -> throw new AssertionError(function);
    };
  }

  private static Excess rastrigin(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.rlq(10);
    return new Excess(
        xOpt,
        x -> Shapes.rastrigin(matrix.times(skew(0.2, oscillate(r.times(difference(x, xOpt)))))));
  }

  private static Excess weierstrass(Instance instance) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.rlq(0.01);
    return new Excess(
        xOpt,
        x -> Shapes.weierstrass(matrix.times(oscillate(r.times(difference(x, xOpt))))),
        10.0 / instance.dimension());
  }

  private static Excess schaffer(Instance instance, double condition) {
    double[] xOpt = instance.xOpt();
    Matrix r = instance.r();
    Matrix matrix = instance.q().scaled(conditioning(condition, instance.dimension()));
    return new Excess(
        xOpt, x -> Shapes.schaffer(matrix.times(skew(0.5, r.times(difference(x, xOpt))))), 10);
  }

  private static Excess griewankRosenbrock(Instance instance) {
    RotatedValley valley = new RotatedValley(instance);
    return new Excess(valley.xOpt(), x -> Shapes.griewankRosenbrock(valley.coordinates(x)));
  }
}
