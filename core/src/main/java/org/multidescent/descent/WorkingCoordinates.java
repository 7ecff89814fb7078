package org.multidescent.descent;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.PowerOfTwo;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Scale;
import org.multidescent.util.Coordinates;

/**
 * The working coordinates of a search: where its steps are measured. Immutable.
 *
 * <p>In the unit box each coordinate {@code u} in [0, 1] stands for {@code lower + u (upper -
 * lower)} of the problem's box, so that a step length means the same along every coordinate; a
 * fixed coordinate has {@code u = 0}. The bounds are carried over and may lie outside [0, 1].
 *
 * <p>Implementation note. Such a {@code u} resolves about 1e-16 of the width. Where the box is
 * wider than {@link #WIDE}, positions near zero would lose digits that count: there {@code u} is
 * the problem's own coordinate divided by a power of two, so that no bit is lost either way, and
 * the box has a length between 1 and 2.
 */
public final class WorkingCoordinates {

  /** Boxes up to this width are [0, 1]; a power of two above all that is usual. */
  static final double WIDE = 0x1p10;

  /** How much narrower differences may be where no digit is lost between coordinates. */
  private static final double FINER = 0x1p-10;

  /** Where a period is cut: the golden section of it. */
  private static final double PERIOD_END = 0.6180339887498949;

  private final Box box;
  private final Box bounds;
  private final boolean unit;
  private final double[] lower;
  private final double[] upper;
  private final double[] extents;
  private final double[] widths;
  private final double[] powers;
  private final double whole;
  private final double[] shares;
  private final boolean integers;

  /** The scale of each coordinate that is not linear, or null; empty if all are linear. */
  private final @Nullable Scale[] scales;

  private WorkingCoordinates(Problem problem, boolean unit) {
    this.box = problem.startBox();
    this.bounds = problem.bounds();
    this.unit = unit;
    int dimension = problem.dimension();
    this.lower = new double[dimension];
    this.upper = new double[dimension];
    this.extents = new double[dimension];
    this.widths = new double[dimension];
    this.powers = new double[dimension];
    this.scales = scales(box, unit);
    this.integers = Arrays.asList(scales).contains(Scale.INTEGER);
    for (int i = 0; i < dimension; i++) {
      widths[i] = box.width(i);
      if (scale(i) != null) {
        measure(i);
        continue;
      }
      powers[i] = unit && widths[i] > WIDE ? Math.scalb(1.0, Math.getExponent(widths[i])) : 0;
      lower[i] = toWorking(i, bounds.lower(i));
      upper[i] = toWorking(i, bounds.upper(i));
      extents[i] = widths[i] == 0 ? 0 : widths[i] / unit(i);
    }
    double widest = PowerOfTwo.largest(extents, 0, dimension);
    whole = PowerOfTwo.isFarFromOne(widest) ? 1 / PowerOfTwo.toOne(widest) : 1;
    shares = whole == 1 ? extents : Arrays.stream(extents).map(e -> e / whole).toArray();
  }

  private static @Nullable Scale[] scales(Box box, boolean unit) {
    @Nullable Scale[] scales = new Scale[box.dimension()];
    boolean all = true;
    for (int i = 0; i < scales.length; i++) {
      scales[i] = box.scale(i) == Scale.LINEAR ? null : box.scale(i);
      all &= scales[i] == null;
    }
    if (!all && !unit) {
      throw new IllegalArgumentException(
          "coordinates: the problem's own (expected: scaled ones: " + box + ")");
    }
    return all ? new Scale[0] : scales;
  }

  private @Nullable Scale scale(int coordinate) {
    return scales.length == 0 ? null : scales[coordinate];
  }

  /** Sets the bounds and the extent of a coordinate that is not linear. */
  private void measure(int i) {
    extents[i] = scales[i] == Scale.INTEGER ? 0 : 1;
    if (scales[i] == Scale.PERIODIC) {
      lower[i] = Double.NEGATIVE_INFINITY;
      upper[i] = Double.POSITIVE_INFINITY;
      return;
    }
    double cell = scales[i] == Scale.INTEGER ? 0.5 / (widths[i] + 1) : 0;
    lower[i] = box.fraction(i, bounds.lower(i)) - cell;
    upper[i] = box.fraction(i, bounds.upper(i)) + cell;
  }

  /**
   * Tells whether a coordinate has whole numbers only. Its extent is 0, so that descents leave it
   * alone, though its bounds and those of the box are 0 and 1.
   *
   * @param coordinate the coordinate, from 0
   * @return whether it is an integer
   */
  public boolean isInteger(int coordinate) {
    return scale(coordinate) == Scale.INTEGER;
  }

  /** Returns how many whole numbers the box has along an integer. */
  long integers(int coordinate) {
    return (long) widths[coordinate] + 1;
  }

  /**
   * Tells whether any coordinate has whole numbers only.
   *
   * @return whether there is an integer
   */
  public boolean hasIntegers() {
    return integers;
  }

  /**
   * Returns the extent a coordinate is searched in: as {@link #extent}, but 1 for integers.
   *
   * @param coordinate the coordinate, from 0
   * @return its extent, 0 if it is fixed
   */
  double range(int coordinate) {
    return isInteger(coordinate) ? 1 : extents[coordinate];
  }

  /**
   * Returns how many units of the problem a coordinate changes by for one working unit.
   *
   * @param coordinate the coordinate, from 0
   * @param u where, in working coordinates
   * @return the derivative; {@link #unit} unless the coordinate is on another scale
   */
  public double slope(int coordinate, double u) {
    return scale(coordinate) == null
        ? unit(coordinate)
        : box.slope(coordinate, toProblem(coordinate, u));
  }

  /**
   * Brings a position to where the same one always is: whole numbers to the middle of their part of
   * the way, and periodic coordinates into one period. It ends at an irrational fraction, where
   * nobody puts an optimum.
   *
   * @param u a position in working coordinates; changed
   */
  public void canonicalise(double[] u) {
    for (int i = 0; i < scales.length; i++) {
      if (scales[i] == Scale.PERIODIC) {
        u[i] -= Math.floor(u[i] + PERIOD_END);
      } else if (scales[i] == Scale.INTEGER) {
        u[i] = box.fraction(i, toProblem(i, u[i]));
      }
    }
  }

  /**
   * Returns the unit-box coordinates of a problem.
   *
   * @param problem the problem
   * @return coordinates in which the problem's box is [0, 1] along every axis that is not fixed
   */
  public static WorkingCoordinates unitBox(Problem problem) {
    return new WorkingCoordinates(Objects.requireNonNull(problem, "problem: null"), true);
  }

  /**
   * Returns the problem's own coordinates.
   *
   * @param problem the problem
   * @return coordinates equal to the problem's
   */
  public static WorkingCoordinates none(Problem problem) {
    return new WorkingCoordinates(Objects.requireNonNull(problem, "problem: null"), false);
  }

  /** {@return the number of coordinates} */
  public int dimension() {
    return lower.length;
  }

  /** {@return the problem's bounds} */
  public Box bounds() {
    return bounds;
  }

  /**
   * Returns a bound in working coordinates.
   *
   * @param coordinate the coordinate, from 0
   * @return its lower bound, perhaps {@code -Infinity}
   */
  public double lower(int coordinate) {
    return lower[coordinate];
  }

  /**
   * Returns a bound in working coordinates.
   *
   * @param coordinate the coordinate, from 0
   * @return its upper bound, perhaps {@code Infinity}
   */
  public double upper(int coordinate) {
    return upper[coordinate];
  }

  /**
   * Returns a bound of the problem's box in working coordinates.
   *
   * @param coordinate the coordinate, from 0
   * @return the lower bound, 0 in the unit box unless the coordinate is wide
   */
  public double startLower(int coordinate) {
    return unit && powers[coordinate] == 0 ? 0 : box.lower(coordinate) / unit(coordinate);
  }

  /**
   * Returns a bound of the problem's box in working coordinates.
   *
   * @param coordinate the coordinate, from 0
   * @return the upper bound, 1 in the unit box unless the coordinate is fixed or wide
   */
  public double startUpper(int coordinate) {
    return unit && powers[coordinate] == 0
        ? range(coordinate)
        : box.upper(coordinate) / unit(coordinate);
  }

  /**
   * Returns how many units of the problem one working unit is along a coordinate.
   *
   * @param coordinate the coordinate, from 0
   * @return the width of the problem's box, or a power of two near it, or 1 in the problem's own
   *     coordinates
   */
  public double unit(int coordinate) {
    double power = powers[coordinate];
    return power != 0 ? power : unit ? widths[coordinate] : 1;
  }

  /**
   * Tells whether steps are measured in the unit box.
   *
   * @return false in the problem's own coordinates
   */
  public boolean isUnitBox() {
    return unit;
  }

  /**
   * Returns the typical length of the box along a coordinate, in working coordinates: what widths
   * and steps are fractions of.
   *
   * @param coordinate the coordinate, from 0
   * @return 1 in the unit box, between 1 and 2 there if the coordinate is wide, else the width of
   *     the problem's box; 0 if the coordinate is fixed
   */
  public double extent(int coordinate) {
    return extents[coordinate];
  }

  /** Returns a power of two near the widest extent if squares of it might overflow; else 1. */
  double whole() {
    return whole;
  }

  /** Returns the extent as a share of {@link #whole}. */
  double share(int coordinate) {
    return shares[coordinate];
  }

  /**
   * Returns the length of which differences may be a tiny fraction at a value of a coordinate: the
   * extent, or what the digits of the value itself resolve.
   */
  double resolved(int coordinate, double u) {
    double extent = extents[coordinate];
    return widths[coordinate] > WIDE ? Math.min(extent, FINER * Math.abs(u)) : extent;
  }

  /**
   * Converts a position to the problem's coordinates; never outside the bounds.
   *
   * @param u a position in working coordinates
   * @param offset where it begins in {@code u}
   * @param x receives it in the problem's coordinates
   * @param target where it begins in {@code x}
   */
  public void toProblem(double[] u, int offset, double[] x, int target) {
    int dimension = lower.length;
    if (!unit) {
      Coordinates.copy(u, offset, x, target, dimension);
      return;
    }
    int i = 0;
    if (dimension >= 2) {
      x[target] = toProblem(0, u[offset]);
      x[target + 1] = toProblem(1, u[offset + 1]);
      i = 2;
    }
    for (; i < dimension; i++) {
      x[target + i] = toProblem(i, u[offset + i]);
    }
  }

  /**
   * Converts a position to working coordinates.
   *
   * @param x a position in the problem's coordinates
   * @param u receives it in working coordinates
   */
  public void toWorking(double[] x, double[] u) {
    for (int i = 0; i < lower.length; i++) {
      u[i] = toWorking(i, x[i]);
    }
  }

  /**
   * Returns a coordinate moved inside the bounds.
   *
   * @param coordinate the coordinate, from 0
   * @param u its value
   * @return the value within the bounds nearest to {@code u}
   */
  public double clamp(int coordinate, double u) {
    return clamp(u, lower[coordinate], upper[coordinate]);
  }

  /**
   * Returns where a difference along a coordinate looks: {@code width} above, or below where that
   * would leave the bounds, or the farther bound where neither fits.
   *
   * @param coordinate the coordinate, from 0
   * @param u its value, inside the bounds
   * @param width how far to look, above 0
   * @return a value inside the bounds; {@code u} itself if the coordinate is fixed
   */
  public double stepInside(int coordinate, double u, double width) {
    if (u + width <= upper[coordinate]) {
      return u + width;
    }
    if (u - width >= lower[coordinate]) {
      return u - width;
    }
    return upper[coordinate] - u >= u - lower[coordinate] ? upper[coordinate] : lower[coordinate];
  }

  /** Exact at both ends of the box, and never beyond the bounds through rounding. */
  double toProblem(int i, double u) {
    if (scale(i) != null) {
      return clamp(box.at(i, u), bounds.lower(i), bounds.upper(i));
    }
    if (powers[i] != 0) {
      return clamp(u * powers[i], bounds.lower(i), bounds.upper(i));
    }
    double width = widths[i];
    double x = u <= 0.5 ? box.lower(i) + width * u : box.upper(i) - width * (1 - u);
    return clamp(x, bounds.lower(i), bounds.upper(i));
  }

  /** The value between two bounds nearest to {@code x}; plain comparisons are the fastest. */
  static double clamp(double x, double lower, double upper) {
    return x < lower ? lower : x > upper ? upper : x;
  }

  private double toWorking(int i, double x) {
    if (!unit) {
      return x;
    }
    if (scale(i) != null) {
      return box.fraction(i, x);
    }
    if (powers[i] != 0) {
      return x / powers[i];
    }
    double width = box.width(i);
    if (width == 0) {
      return x == box.lower(i) ? 0 : Math.signum(x - box.lower(i)) * Double.POSITIVE_INFINITY;
    }
    double middle = box.lower(i) + width / 2;
    return x <= middle ? (x - box.lower(i)) / width : 1 - (box.upper(i) - x) / width;
  }
}
