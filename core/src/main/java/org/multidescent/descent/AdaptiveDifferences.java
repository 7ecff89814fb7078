package org.multidescent.descent;

import org.jspecify.annotations.Nullable;

/**
 * Differences whose widths follow the noise and the curvature of the objective (More and Wild
 * 2012).
 *
 * <p>Implementation note. The first gradient of a descent is central and wide; it measures the
 * curvature c along every coordinate. The next ones are forward, of width 2 sqrt(noise / c), the
 * best for a noise of one unit in the last place of the value. When the line search fails they
 * become central, of width cbrt(3 noise / t), with t = c / (a tenth of the box) for the third
 * derivative. The memory holds the mode, the widths and the curvatures.
 */
final class AdaptiveDifferences implements Differences {

  private static final int MODE = 0;
  private static final int HEADER = 1;

  private static final int FIRST = 0;
  private static final int FORWARD = 1;
  private static final int CENTRAL = 2;

  private static final double FIRST_WIDTH = 1e-4;
  private static final double DEFAULT_WIDTH = 5e-10;
  private static final double NARROWEST = 1e-11;
  private static final double WIDEST = 1e-5;
  private static final double DEFAULT_CENTRAL_WIDTH = 1e-6;
  private static final double NARROWEST_CENTRAL = 1e-9;
  private static final double WIDEST_CENTRAL = 1e-3;
  private static final double THIRD_DERIVATIVE_LENGTH = 0.1;

  private static final double ROUGHW = Double.parseDouble(System.getProperty("roughd","0"));
  @Override
  public int memory(int dimension) {
    return HEADER + 2 * dimension;
  }

  @Override
  public @Nullable Stall gradient(Point point, Oracle oracle) {
    double[] widths = point.widths();
    int dimension = point.gradient().length;
    int curvatures = HEADER + dimension;
    int mode = point.stage() == Stage.FINE || ROUGHW == 0 ? (int) widths[MODE] : 3;
    double noise = Math.ulp(point.value());
    for (int i = 0; i < dimension; i++) {
      double extent = oracle.scaling().extent(i);
      double curvature = Math.abs(widths[curvatures + i]);
      widths[HEADER + i] =
          switch (mode) {
            case FIRST -> FIRST_WIDTH * extent;
            case 3 -> ROUGHW * extent;
            case FORWARD -> forward(noise, curvature, extent);
            default -> central(noise, curvature, extent);
          };
    }
    if (mode == FORWARD || mode == 3) {
      Stencil.forward(point, oracle, widths, HEADER);
    } else if (mode == CENTRAL) {
      Stencil.central(point, oracle, widths, HEADER, oracle.direction(), 0);
    } else {
      Stencil.central(point, oracle, widths, HEADER, widths, curvatures);
      widths[MODE] = FORWARD;
    }
    return Stencil.isZero(point.gradient()) ? Stencil.widen(point, oracle, WIDEST) : null;
  }

  private static double forward(double noise, double curvature, double extent) {
    double width = curvature == 0 ? DEFAULT_WIDTH * extent : 2 * Math.sqrt(noise / curvature);
    return Math.max(NARROWEST * extent, Math.min(width, WIDEST * extent));
  }

  private static double central(double noise, double curvature, double extent) {
    double width =
        curvature == 0
            ? DEFAULT_CENTRAL_WIDTH * extent
            : Math.cbrt(3 * noise * THIRD_DERIVATIVE_LENGTH * extent / curvature);
    return Math.max(NARROWEST_CENTRAL * extent, Math.min(width, WIDEST_CENTRAL * extent));
  }

  @Override
  public boolean refine(Point point, Oracle oracle) {
    if (point.widths()[MODE] == CENTRAL) {
      return false;
    }
    point.widths()[MODE] = CENTRAL;
    return true;
  }

  @Override
  public double curvature(Point point, int coordinate) {
    return point.widths()[HEADER + point.gradient().length + coordinate];
  }
}
