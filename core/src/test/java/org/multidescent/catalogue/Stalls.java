package org.multidescent.catalogue;

import org.multidescent.random.RandomStream;
import org.multidescent.report.Origin;

/** Random stalls around a number of optima, some of them close neighbours of others. */
final class Stalls {

  final double[] x;
  double value;
  Origin origin = new Origin.Start(0);
  long evaluation;

  private final double[][] centres;
  private final double[] depths;
  private final double noise;
  private final RandomStream random;
  private long count;

  Stalls(long seed, int dimension, int optima, double noise) {
    random = new RandomStream(seed, 0, 0);
    this.noise = noise;
    x = new double[dimension];
    centres = new double[optima][dimension];
    depths = new double[optima];
    for (int k = 0; k < optima; k++) {
      depths[k] = random.nextInt(5);
      for (int i = 0; i < dimension; i++) {
        boolean close = k > 0 && random.nextInt(3) == 0;
        centres[k][i] = close ? centres[k - 1][i] + 2 * noise : random.nextDouble();
      }
    }
  }

  void next() {
    int k = Math.min(random.nextInt(centres.length), random.nextInt(centres.length));
    double squares = 0;
    for (int i = 0; i < x.length; i++) {
      double gap = noise * random.nextGaussian();
      x[i] = centres[k][i] + gap;
      squares += gap * gap;
    }
    value = depths[k] + squares;
    long id = count++;
    origin =
        random.nextInt(4) == 0
            ? new Origin.Perturbation("gauss", new Origin.Place(k, id, x, x))
            : new Origin.Start(random.nextInt(1_000_000));
    evaluation = 10 * id + random.nextInt(50);
  }
}
