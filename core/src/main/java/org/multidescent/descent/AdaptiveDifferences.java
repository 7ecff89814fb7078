package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * Differences whose width follows the noise and the curvature of the objective (More and Wild,
 * Estimating derivatives of noisy simulations, 2012).
 *
 * <p>Implementation note. All widths are one fraction of the box, but none is so narrow that the
 * digits of the coordinate do not bear it. The curvature c (per squared box length) is the largest
 * change of a component of the gradient over the longest move of a coordinate in the last step; it
 * decays slowly. The noise is one unit in the last place of the value until the line search fails:
 * then it is measured, and differences become central. Forward ones have a width of {@link
 * #FORWARD_FACTOR} sqrt(noise / c), narrower than is best for a quadratic function, because what
 * counts near a kink is the bias; central ones of cbrt(3 noise / t) with t = c / {@link
 * #THIRD_DERIVATIVE_LENGTH} for the third derivative. Where the objective is noisier than rounding,
 * gradients taken before say nothing of the curvature: then central ones are widened until their
 * second differences rise above the noise, and the curvature is taken from them.
 */
final class AdaptiveDifferences implements Differences {

  private static final int CENTRAL = 0;
  private static final int NOISE = 1;
  private static final int CURVATURE = 2;
  private static final int SEEN = 3;
  private static final int HEADER = 4;

  private static final double FIRST_WIDTH = 1e-8;
  private static final double FORWARD_FACTOR = 0.2;
  private static final double DECAY = 0.8;
  private static final double THIRD_DERIVATIVE_LENGTH = 0.01;
  private static final double NARROWEST = 1e-12;
  private static final double WIDEST = 1e-5;
  private static final double FIRST_CENTRAL_WIDTH = 1e-6;
  private static final double NARROWEST_CENTRAL = 1e-9;
  private static final double WIDEST_CENTRAL = 0.1;
  private static final double WIDENING = 8;
  private static final double NOISY = 100;
  private static final double NOISIER = 4;

  /** The noise, beside the value and the scale of values, that rounding can hardly explain. */
  private static final double RANDOM = 1e-9;

  @Override
  public int memory(int dimension) {
    return HEADER + 2 * dimension;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    double[] state = point.widths();
    double noise = Math.max(Math.ulp(point.value()), state[NOISE]);
    if (state[CENTRAL] == 0) {
      double width = forwardWidth(noise, state[CURVATURE]);
      FiniteDifferences.forward(point, oracle, width, NARROWEST);
      learn(state, point, oracle);
    } else if (state[NOISE] == 0) {
      double width = centralWidth(noise, state[CURVATURE]);
      FiniteDifferences.central(point, oracle, width, NARROWEST_CENTRAL);
      learn(state, point, oracle);
    } else {
      aboveNoise(state, point, oracle);
    }
    if (!FiniteDifferences.isZero(point.gradient())) {
      return null;
    }
    return state[CENTRAL] != 0 && FiniteDifferences.isBelowNeighbours(point, oracle)
        ? Stall.GRADIENT
        : FiniteDifferences.widen(point, oracle, WIDEST);
  }

  @Override
  public boolean foresee(Point point, double[] target, Oracle oracle, double[] there) {
    double[] state = point.widths();
    if (state[CENTRAL] != 0) {
      return false;
    }
    double noise = Math.max(Math.ulp(point.value()), state[NOISE]);
    double width = forwardWidth(noise, state[CURVATURE]);
    FiniteDifferences.ahead(target, oracle, width, NARROWEST, there);
    return true;
  }

  @Override
  public boolean gradientFrom(Point point, Oracle oracle, double[] there, double[] ahead) {
    FiniteDifferences.slopes(point, there, ahead);
    if (FiniteDifferences.isZero(point.gradient())) {
      return false;
    }
    learn(point.widths(), point, oracle);
    return true;
  }

  private static double forwardWidth(double noise, double curvature) {
    double width = curvature == 0 ? FIRST_WIDTH : FORWARD_FACTOR * Math.sqrt(noise / curvature);
    return Math.min(width, WIDEST);
  }

  private static double centralWidth(double noise, double curvature) {
    double width =
        curvature == 0
            ? FIRST_CENTRAL_WIDTH
            : StrictMath.cbrt(3 * noise * THIRD_DERIVATIVE_LENGTH / curvature);
    return Math.min(width, WIDEST_CENTRAL);
  }

  /** Central differences as wide as it takes to see a curvature through the noise. */
  private static void aboveNoise(double[] state, Point point, Oracle oracle) {
    double noise = state[NOISE];
    double width = centralWidth(noise, state[CURVATURE]);
    while (true) {
      double bend = FiniteDifferences.central(point, oracle, width, NARROWEST_CENTRAL);
      if (bend > NOISY * noise || width == WIDEST_CENTRAL) {
        state[CURVATURE] = bend / (width * width);
        return;
      }
      width = Math.min(WIDENING * width, WIDEST_CENTRAL);
    }
  }

  /** Takes the curvature from this gradient and the last. */
  private static void learn(double[] state, Point point, Oracle oracle) {
    double[] position = point.position();
    double[] gradient = point.gradient();
    int dimension = position.length;
    int lastPosition = HEADER;
    int lastGradient = lastPosition + dimension;
    double move = 0;
    double change = 0;
    for (int i = 0; i < dimension; i++) {
      double extent = oracle.coordinates().extent(i);
      if (extent > 0) {
        move = Math.max(move, Math.abs(position[i] - state[lastPosition + i]) / extent);
        change = Math.max(change, Math.abs(gradient[i] - state[lastGradient + i]) * extent);
      }
      state[lastPosition + i] = position[i];
      state[lastGradient + i] = gradient[i];
    }
    if (state[SEEN] == 1 && move > 0) {
      state[CURVATURE] = Math.max(change / move, DECAY * state[CURVATURE]);
    }
    state[SEEN] = 1;
  }

  @Override
  public boolean refine(Point point, Oracle oracle) {
    double[] state = point.widths();
    double noise = NoiseEstimator.measure(point, oracle, oracle.workspace().ahead());
    boolean noisier = noise > NOISY * Math.ulp(point.value()) && noise > NOISIER * state[NOISE];
    if (state[CENTRAL] == 1 && !noisier) {
      return false;
    }
    state[CENTRAL] = 1;
    if (noisier) {
      state[NOISE] = noise;
      if (noise > RANDOM * Math.max(Math.abs(point.value()), point.valueScale())) {
        point.suspectNoise();
      }
      state[CURVATURE] = 0;
    }
    return true;
  }
}
