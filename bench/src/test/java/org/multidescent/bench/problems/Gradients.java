package org.multidescent.bench.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.testproblem.TestProblem;

/** What every problem with data must hold. */
final class Gradients {

  private Gradients() {}

  static void agreeWithDifferences(TestProblem testProblem, int samples) {
    Evaluator evaluator = testProblem.problem().evaluator();
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < samples; k++) {
      double[] x = sample(testProblem.problem().startBox(), random);
      double[] gradient = new double[x.length];
      double value = evaluator.valueAndGradient(x, gradient);
      if (value > 1e12) {
        continue;
      }
      assertThat(evaluator.value(x)).isEqualTo(value);
      for (int i = 0; i < x.length; i++) {
        double width = 1e-6 * Math.abs(x[i]);
        double expected = difference(evaluator, x, i, width);
        double noise = 1e-14 * value / width;
        assertThat(gradient[i])
            .as("%s, coordinate %d at sample %d", testProblem.name(), i, k)
            .isCloseTo(expected, within(1e-4 * Math.abs(expected) + noise + 1e-12));
      }
    }
  }

  static double leastOfSamples(TestProblem testProblem, int samples) {
    Evaluator evaluator = testProblem.problem().evaluator();
    SplittableRandom random = new SplittableRandom(5);
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < samples; k++) {
      double value = evaluator.value(sample(testProblem.problem().startBox(), random));
      least = value < least ? value : least;
    }
    return least;
  }

  private static double difference(Evaluator evaluator, double[] x, int i, double width) {
    double[] y = x.clone();
    y[i] = x[i] + width;
    double above = evaluator.value(y);
    y[i] = x[i] - width;
    return (above - evaluator.value(y)) / (2 * width);
  }

  private static double[] sample(Box box, SplittableRandom random) {
    double[] x = new double[box.dimension()];
    for (int i = 0; i < x.length; i++) {
      x[i] = box.lower(i) + random.nextDouble() * box.width(i);
    }
    return x;
  }
}
