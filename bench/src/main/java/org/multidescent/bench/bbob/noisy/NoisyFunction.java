package org.multidescent.bench.bbob.noisy;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.multidescent.bench.bbob.Excess;
import org.multidescent.bench.bbob.SuiteFunction;
import org.multidescent.bench.bbob.TargetTrace;
import org.multidescent.bench.bbob.Transform;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.random.RandomStream;

/** One function of the suite in one dimension and instance. Immutable, thread-safe. */
public final class NoisyFunction implements SuiteFunction {

  private static final double PENALTY = 100;

  private final int number;
  private final int instance;
  private final double fOpt;
  private final Excess excess;
  private final Noise noise;

  NoisyFunction(int number, int instance, double fOpt, Excess excess, Noise noise) {
    this.number = number;
    this.instance = instance;
    this.fOpt = fOpt;
    this.excess = excess;
    this.noise = noise;
  }

  @Override
  public int number() {
    return number;
  }

  @Override
  public int dimension() {
    return excess.xOpt().length;
  }

  @Override
  public int instance() {
    return instance;
  }

  @Override
  public double fOpt() {
    return fOpt;
  }

  /**
   * Values do not tell: the hardest target is reached when the value without noise is.
   *
   * @return {@code -Infinity}
   */
  @Override
  public double target() {
    return Double.NEGATIVE_INFINITY;
  }

  /**
   * Returns the optimum.
   *
   * @return a copy of its position, in the box
   */
  public double[] xOpt() {
    return excess.xOpt().clone();
  }

  /**
   * Returns the value without noise, which targets are about.
   *
   * @param x any position
   * @return the value, {@link #fOpt()} or more
   */
  public double noiseless(double[] x) {
    return total(excess.height().value(x), x);
  }

  /**
   * Returns a value with noise.
   *
   * @param x any position
   * @param random the evaluation's own random numbers; the value is a function of {@code x} and
   *     them
   * @return the disturbed value
   */
  public double noisy(double[] x, RandomGenerator random) {
    return total(noise.applied(excess.height().value(x), random), x);
  }

  /**
   * Returns the problem of minimising this function over [-5, 5]^D from its values with noise. The
   * n-th evaluation has the n-th stream of random numbers, so a search with one worker is the same
   * twice.
   *
   * @param trace sees the values without noise
   * @param seed of the noise
   * @return a new problem
   */
  @Override
  public Problem traced(TargetTrace trace, long seed) {
    AtomicLong evaluations = new AtomicLong();
    Objective objective =
        x -> {
          double height = excess.height().value(x);
          RandomGenerator random = new RandomStream(seed, evaluations.getAndIncrement(), 0);
          double value = total(noise.applied(height, random), x);
          trace.record(total(height, x));
          return value;
        };
    return Problem.of(objective, Box.cube(-5, 5, dimension())).noisy();
  }

  private double total(double height, double[] x) {
    return height + fOpt + PENALTY * Transform.penalty(x);
  }

  @Override
  public String toString() {
    return "f%d D=%d instance %d".formatted(number, dimension(), instance);
  }
}
