package org.multidescent.restart;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of perturbations. A size from 0 to 1 is drawn once a perturbation, so that its
 * candidates differ in direction, not in size: the lowest of candidates of many sizes would be the
 * smallest, and fall back to where it came from.
 */
enum PerturbationKind {
  /** Every coordinate displaced by 1 to 4 % of the box. */
  GAUSS_NARROW(0),
  /** Every coordinate displaced by 4 to 14 % of the box. */
  GAUSS_MIDDLE(1),
  /** Every coordinate displaced by 14 to 50 % of the box. */
  GAUSS_WIDE(2),
  /** Most coordinates redrawn. */
  COORDINATES_MANY(0),
  /** Some coordinates redrawn. */
  COORDINATES_SOME(1),
  /** One coordinate, or a few, redrawn. */
  COORDINATES_FEW(2),
  /** The difference of two other optima added, as in differential evolution. */
  CROSS(0),
  /** A step of a chain of optima, see {@link BasinHopping}. */
  CHAIN(0),
  /** Drawn round the mean of some of the best optima, as far as these are spread. */
  CENTRE(0);

  private static final int SIZES = 3;
  private static final double NARROWEST = 0.01;
  private static final double WIDEST = 0.5;
  private static final double CHAIN_COORDINATES = 10;
  private static final double MOST_CHAIN = 100;
  private static final double CENTRE_WEIGHT = 2;

  private final int size;

  PerturbationKind(int size) {
    this.size = size;
  }

  /** Returns the kind with a label; null if there is none. */
  static @Nullable PerturbationKind labelled(String label) {
    for (PerturbationKind kind : values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }

  /** Returns the name as it appears in an origin. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns a weight to begin with: the sizes of one kind share what the cross has alone. Where
   * there are many coordinates, the lowest of many candidates is the one that has moved least, and
   * a chain gets further.
   */
  double firstWeight(int dimension) {
    return switch (this) {
      case CROSS -> 1;
      case CENTRE -> CENTRE_WEIGHT;
      case CHAIN -> {
        double size = dimension / CHAIN_COORDINATES;
        yield Math.min(MOST_CHAIN, size * size);
      }
      default -> 1.0 / SIZES;
    };
  }

  private double drawSize(RandomGenerator random) {
    return (size + random.nextDouble()) / SIZES;
  }

  /** Draws the standard deviation of a displacement, as a fraction of the box; log-uniform. */
  double drawDeviation(RandomGenerator random) {
    return NARROWEST * StrictMath.pow(WIDEST / NARROWEST, drawSize(random));
  }

  /** Draws the probability that a coordinate is redrawn, from 1 down to 1 / dimension. */
  double drawProbability(RandomGenerator random, int dimension) {
    return StrictMath.pow(dimension, -drawSize(random));
  }
}
