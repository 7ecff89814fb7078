package org.multidescent.bench.problems.gkls;

/** Draws one function's minima, their regions of attraction and their values. */
final class GklsGenerator {

  private static final double LEAST = -1;
  private static final double TINY = 1e-10;
  private static final double SHRINK = 0.99;

  /** As many digits as the authors' program has. */
  private static final double PI = 3.14159265;

  private final GklsClass family;
  private final int number;
  private final int dimension;
  private final KnuthRandom random;
  private final double[][] minimisers;
  private double[] numbers = {};
  private int used;

  GklsGenerator(GklsClass family, int number) {
    this.family = family;
    this.number = number;
    this.dimension = family.dimension();
    this.random =
        new KnuthRandom(number - 1 + 100 * (GklsClass.MINIMA - 1) + 1_000_000 * dimension);
    this.minimisers = new double[GklsClass.MINIMA][dimension];
  }

  GklsFunction generate() {
    draw(minimisers[0]);
    drawGlobal();
    for (int k = 2; k < minimisers.length; k++) {
      do {
        draw(minimisers[k]);
      } while (2 * family.radius() - distance(minimisers[k], minimisers[1]) > TINY);
    }
    double[] radii = radii();
    return new GklsFunction(family, number, minimisers, radii, minima(radii));
  }

  /** A fresh batch of numbers for each position; what is left of the last one gives the depths. */
  private void draw(double[] x) {
    renew();
    for (int i = 0; i < dimension; i++) {
      x[i] = -1 + 2 * nextNumber();
    }
  }

  /** At a fixed distance from the vertex, in a direction drawn by its angles. */
  private void drawGlobal() {
    renew();
    double angle = PI * nextNumber();
    place(0, family.distance() * Math.cos(angle));
    double across = Math.sin(angle);
    for (int i = 1; i < dimension - 1; i++) {
      angle = 2 * PI * nextNumber();
      place(i, family.distance() * Math.cos(angle) * across);
      across *= Math.sin(angle);
    }
    place(dimension - 1, family.distance() * across);
  }

  /** Mirrors a coordinate that would lie outside the box. */
  private void place(int i, double offset) {
    double vertex = minimisers[0][i];
    double there = vertex + offset;
    boolean inside = there <= 1 - TINY && there >= -1 + TINY;
    minimisers[1][i] = inside ? there : vertex - offset;
  }

  /** As large as may be without overlaps, the global minimiser's as asked for. */
  private double[] radii() {
    int count = minimisers.length;
    double[] radii = new double[count];
    for (int k = 0; k < count; k++) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < count; j++) {
        least = j == k ? least : Math.min(least, distance(minimisers[k], minimisers[j]));
      }
      radii[k] = least / 2;
    }
    radii[1] = family.radius();
    for (int k = 2; k < count; k++) {
      double room = distance(minimisers[k], minimisers[1]) - family.radius() - TINY;
      radii[k] = Math.min(radii[k], room);
    }
    for (int k = 0; k < count; k++) {
      if (k != 1) {
        expand(radii, k);
      }
    }
    for (int k = 0; k < count; k++) {
      radii[k] *= k == 1 ? 1 : SHRINK;
    }
    return radii;
  }

  private void expand(double[] radii, int k) {
    double room = Double.POSITIVE_INFINITY;
    for (int j = 0; j < radii.length; j++) {
      room = j == k ? room : Math.min(room, distance(minimisers[k], minimisers[j]) - radii[j]);
    }
    if (room > radii[k] + TINY) {
      radii[k] = room;
    }
  }

  /** Each below the least value of the paraboloid at its region's edge, none below the global. */
  private double[] minima(double[] radii) {
    double[] minima = new double[radii.length];
    minima[1] = LEAST;
    for (int k = 2; k < radii.length; k++) {
      double gap = radii[k] - distance(minimisers[0], minimisers[k]);
      double edge = gap * gap;
      double share = nextNumber();
      minima[k] = edge - Math.min((1 + share) * radii[k], share * (edge - LEAST));
    }
    return minima;
  }

  private void renew() {
    numbers = random.next();
    used = 0;
  }

  private double nextNumber() {
    return numbers[used++];
  }

  static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }
}
