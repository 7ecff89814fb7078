package org.multidescent.start;

import java.util.List;
import java.util.Objects;
import org.multidescent.problem.Box;
import org.multidescent.problem.Parameters;

/** Given positions first, then those of another sequence. */
final class Given implements Starts {

  private final double[][] positions;
  private final Starts rest;

  Given(List<double[]> positions, Starts rest) {
    Objects.requireNonNull(positions, "positions: null (expected: one position or more)");
    this.rest = Objects.requireNonNull(rest, "rest: null (expected: starts)");
    if (positions.isEmpty()) {
      throw new IllegalArgumentException("positions: none (expected: one position or more)");
    }
    this.positions = new double[positions.size()][];
    for (int k = 0; k < this.positions.length; k++) {
      double[] position = positions.get(k);
      Objects.requireNonNull(position, "starts[" + k + "]: null (expected: a position)");
      this.positions[k] = position.clone();
    }
  }

  @Override
  public void fill(long seed, long index, Box box, double[] x) {
    Unit.require(index, box, x);
    if (index < positions.length) {
      System.arraycopy(positions[(int) index], 0, x, 0, x.length);
    } else {
      rest.fill(seed, index - positions.length, box, x);
    }
  }

  @Override
  public void validate(Box box) {
    Starts.super.validate(box);
    for (int k = 0; k < positions.length; k++) {
      validate(k, positions[k], box);
    }
    rest.validate(box);
  }

  private static void validate(int k, double[] position, Box box) {
    if (position.length != box.dimension()) {
      throw new IllegalArgumentException(
          "starts[%d]: %d coordinates (expected: %d, as the box has)"
              .formatted(k, position.length, box.dimension()));
    }
    for (int i = 0; i < position.length; i++) {
      if (!(position[i] >= box.lower(i) && position[i] <= box.upper(i))) {
        throw new IllegalArgumentException(
            "starts[%d]%s: %s (expected: from %s to %s)"
                .formatted(k, name(box, i), position[i], box.lower(i), box.upper(i)));
      }
    }
  }

  private static String name(Box box, int i) {
    Parameters named = box.parameters();
    return named == null ? "[" + i + "]" : " " + named.list().get(i).name();
  }

  @Override
  public String toString() {
    return positions.length + " given, then " + rest;
  }
}
