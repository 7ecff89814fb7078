package org.multidescent.report;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Parameters;

/**
 * A position in a problem's coordinates, which may have names.
 *
 * @param x the coordinates; copied
 * @param parameters whose values they are; null if they have no names
 */
public record Position(double[] x, @Nullable Parameters parameters) {

  /**
   * Creates a position.
   *
   * @param x as above
   * @param parameters as above
   */
  public Position {
    x = x.clone();
  }

  /**
   * Returns the coordinates.
   *
   * @return a copy of them
   */
  @Override
  public double[] x() {
    return x.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Position position
        && Arrays.equals(x, position.x)
        && Objects.equals(parameters, position.parameters);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(x);
  }

  @Override
  public String toString() {
    return Parameters.describe(parameters, x);
  }
}
