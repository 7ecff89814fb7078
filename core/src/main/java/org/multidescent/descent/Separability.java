package org.multidescent.descent;

import java.util.Arrays;
import org.multidescent.random.Mix;
import org.multidescent.random.RandomStream;

/**
 * Tells whether a function is a sum of functions of one coordinate each, as far as a few values can
 * tell.
 *
 * <p>Implementation note. For such a sum, any position {@code x}, any other {@code y}, and any
 * division of the coordinates into two halves, the values with the first half of one and the second
 * half of the other add up to {@code f(x) + f(y)}. The k-th division is by the k-th bit of the
 * coordinate's number, so any two coordinates are in different halves once; neighbours are at once,
 * and a function that is not a sum is most likely found out by its first three values. What cannot
 * be told from rounding counts as coupled. Where a half changes nothing at all, as on stairs, a few
 * other {@code y} are tried.
 */
final class Separability {

  private static final double ROUNDING = 16 * Math.ulp(1.0);
  private static final double TELLING = 1e3;
  private static final int EXAMINED_STEPS = 1;
  private static final int DRAWS = 4;

  /** What values say of a function; nothing if a half of the coordinates changed none. */
  private enum Evidence {
    SUM,
    COUPLED,
    UNTOLD
  }

  private Separability() {}

  /**
   * A descent is examined if nothing lower was known when it began, once it is clear that it is not
   * over in a step.
   */
  static boolean isAsked(Point point, StepRule steps) {
    return point.leads()
        && !steps.isSelfStopping()
        && !steps.isLeastSquares()
        && (point.steps() >= EXAMINED_STEPS || point.stage() == Stage.FINE);
  }

  /**
   * Tells whether the lowest descent so far has come to a step of stairs before it was examined.
   */
  static boolean isAskedOnStairs(Point point, Stall stall, StepRule steps) {
    boolean level = stall == Stall.FLOOR || stall == Stall.PLATEAU && point.steps() > 0;
    return level && point.leads() && !steps.isLeastSquares();
  }

  /** Examines the function; returns whether it is separable, and {@link #follow}s. */
  static boolean examine(Point point, Oracle oracle) {
    return follow(point, isSeparable(point, oracle), oracle);
  }

  /** Where the function turns out to be separable, the descent goes on coordinate by coordinate. */
  static boolean follow(Point point, boolean separable, Oracle oracle) {
    if (separable) {
      Stage next = oracle.isBatch() ? Stage.SEPARABLE_BATCH : Stage.SEPARABLE;
      next.reserve(point);
      point.forget(next);
    }
    point.follow();
    return separable;
  }

  /** Tells whether the function is such a sum; changes nothing. */
  static boolean isSeparable(Point point, Oracle oracle) {
    double[] x = point.position();
    int dimension = x.length;
    double[] y = oracle.workspace().there();
    if (dimension == 1) {
      return true;
    }
    Evidence evidence = Evidence.UNTOLD;
    for (int k = 0; k < DRAWS && evidence == Evidence.UNTOLD; k++) {
      draw(x, y, k, oracle);
      evidence = oracle.isBatch() ? judgeAtOnce(point, y, oracle) : judge(point, y, oracle);
    }
    return evidence == Evidence.SUM;
  }

  /** Tells the same for one division into halves: that of even and odd coordinates. */
  static boolean isSumOfHalves(Point point, Oracle oracle) {
    double[] y = oracle.workspace().there();
    draw(point.position(), y, 0, oracle);
    return judge(point, y, oracle.value(y), 0, oracle) == Evidence.SUM;
  }

  private static Evidence judge(Point point, double[] y, Oracle oracle) {
    double other = oracle.value(y);
    Evidence evidence = Evidence.SUM;
    for (int bit = 0; evidence == Evidence.SUM && y.length - 1 >> bit != 0; bit++) {
      if (divides(point.position(), y, bit)) {
        evidence = judge(point, y, other, bit, oracle);
      }
    }
    return evidence;
  }

  /** Tells whether there are coordinates that are not fixed in both halves. */
  private static boolean divides(double[] x, double[] y, int bit) {
    boolean zeros = false;
    boolean ones = false;
    for (int i = 0; i < x.length; i++) {
      boolean one = (i >> bit & 1) != 0;
      ones |= one && x[i] != y[i];
      zeros |= !one && x[i] != y[i];
    }
    return zeros && ones;
  }

  private static Evidence judge(Point point, double[] y, double other, int bit, Oracle oracle) {
    double[] x = point.position();
    double first = mixed(x, y, bit, oracle);
    double second = mixed(y, x, bit, oracle);
    return judge(point.value(), other, first, second, x.length);
  }

  /**
   * Tells the same from gradients: that of a sum has partial derivatives that do not change with
   * other coordinates. One evaluation is enough to find out most functions that are none.
   */
  static boolean isSeparableByGradients(Point point, Oracle oracle) {
    double[] x = point.position();
    if (x.length == 1) {
      return true;
    }
    if (oracle.gradient(point) != null) {
      return false;
    }
    double[] y = oracle.workspace().there();
    draw(x, y, 0, oracle);
    double[] partials = oracle.workspace().behind();
    double[] trial = oracle.workspace().trial();
    for (int bit = 0; x.length - 1 >> bit != 0; bit++) {
      mix(x, y, bit, trial, 0);
      boolean isFinite = oracle.analyticGradient(trial, partials);
      if (!isFinite || !isUncoupled(point.gradient(), partials, bit)) {
        return false;
      }
    }
    return true;
  }

  /** As one by one, with all positions in one batch. */
  private static Evidence judgeAtOnce(Point point, double[] y, Oracle oracle) {
    double[] x = point.position();
    int dimension = x.length;
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(dimension - 1);
    double[] positions = new double[(1 + 2 * bits) * dimension];
    double[] values = new double[1 + 2 * bits];
    System.arraycopy(y, 0, positions, 0, dimension);
    for (int bit = 0; bit < bits; bit++) {
      mix(x, y, bit, positions, (1 + 2 * bit) * dimension);
      mix(y, x, bit, positions, (2 + 2 * bit) * dimension);
    }
    oracle.values(positions, values.length, values);
    Evidence evidence = Evidence.SUM;
    for (int bit = 0; evidence == Evidence.SUM && bit < bits; bit++) {
      if (divides(x, y, bit)) {
        double first = values[1 + 2 * bit];
        evidence = judge(point.value(), values[0], first, values[2 + 2 * bit], dimension);
      }
    }
    return evidence;
  }

  /** Tells whether the gradient has changed in the half that moved, and in no other. */
  private static boolean isUncoupled(double[] before, double[] after, int bit) {
    double largest = 0;
    double moved = 0;
    double kept = 0;
    for (int i = 0; i < before.length; i++) {
      double change = Math.abs(after[i] - before[i]);
      largest = Math.max(largest, Math.max(Math.abs(before[i]), Math.abs(after[i])));
      if ((i >> bit & 1) == 0) {
        kept = Math.max(kept, change);
      } else {
        moved = Math.max(moved, change);
      }
    }
    double tolerance = (before.length + 8) * ROUNDING * largest;
    return kept <= tolerance && moved > TELLING * tolerance;
  }

  private static void draw(double[] x, double[] y, int number, Oracle oracle) {
    RandomStream random = new RandomStream(Mix.mix(0, Arrays.hashCode(x)), number, 0);
    WorkingCoordinates scaling = oracle.coordinates();
    for (int i = 0; i < y.length; i++) {
      double lower = scaling.startLower(i);
      y[i] =
          oracle
              .coordinates()
              .clamp(i, lower + random.nextDouble() * (scaling.startUpper(i) - lower));
    }
  }

  private static double mixed(double[] zeros, double[] ones, int bit, Oracle oracle) {
    double[] trial = oracle.workspace().trial();
    mix(zeros, ones, bit, trial, 0);
    return oracle.value(trial);
  }

  private static void mix(double[] zeros, double[] ones, int bit, double[] mixed, int offset) {
    for (int i = 0; i < zeros.length; i++) {
      mixed[offset + i] = (i >> bit & 1) == 0 ? zeros[i] : ones[i];
    }
  }

  private static Evidence judge(double x, double y, double first, double second, int dimension) {
    double size = Math.abs(x) + Math.abs(y) + Math.abs(first) + Math.abs(second);
    double tolerance = (dimension + 8) * ROUNDING * size;
    if (!(Math.abs(x - first + (y - second)) <= tolerance)) {
      return Evidence.COUPLED;
    }
    if (first == x || second == x) {
      return Evidence.UNTOLD;
    }
    boolean told =
        Math.abs(first - x) > TELLING * tolerance && Math.abs(second - x) > TELLING * tolerance;
    return told ? Evidence.SUM : Evidence.COUPLED;
  }
}
