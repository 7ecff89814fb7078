package org.multidescent.report;

import java.util.Arrays;
import java.util.Objects;

/**
 * Where a descent began: all that is needed, with the search's settings and seed, to run it again
 * alone.
 */
public sealed interface Origin permits Origin.Start, Origin.Perturbation {

  /**
   * A descent from a start of the search's sequence.
   *
   * @param index which start, 0 or more
   */
  record Start(long index) implements Origin {

    /**
     * Creates the origin.
     *
     * @param index as above
     * @throws IllegalArgumentException if the index is negative
     */
    public Start {
      if (index < 0) {
        throw new IllegalArgumentException("index: " + index + " (expected: 0 or more)");
      }
    }
  }

  /**
   * A descent from a position near, or between, optima known by then. The position itself is kept,
   * since it depends on what was known, and that on timing.
   *
   * @param kind the kind of hop, such as gauss-wide, coordinates-few or cross; or {@link
   *     #evolution} for a descent that begins with an evolution strategy; or {@link #POLISH}
   * @param source the id of the optimum it set out from, 0 or more
   * @param stream the id of the random stream that drew it
   * @param position where the descent began, in the search's working coordinates; copied
   */
  record Perturbation(String kind, long source, long stream, double[] position) implements Origin {

    /** The kind of a descent that polishes an optimum: it begins there. */
    public static final String POLISH = "polish";

    private static final String EVOLUTION = "evolution-";
    private static final int MOST_DIGITS = 7;

    /**
     * Creates the origin.
     *
     * @param kind as above
     * @param source as above
     * @param stream as above
     * @param position as above
     * @throws IllegalArgumentException if the source is negative
     */
    public Perturbation {
      Objects.requireNonNull(kind, "kind: null (expected: a kind of hop)");
      if (source < 0) {
        throw new IllegalArgumentException("source: " + source + " (expected: 0 or more)");
      }
      position = position.clone();
    }

    /**
     * Returns the kind of a descent that begins with an evolution strategy.
     *
     * @param offspring how many offspring a generation has, 2 or more
     * @return the kind
     */
    public static String evolution(int offspring) {
      return EVOLUTION + offspring;
    }

    /**
     * Returns how many offspring a generation of the evolution strategy has that the descent begins
     * with.
     *
     * @return 2 or more, or 0 if it begins downhill
     */
    public int offspring() {
      String digits = kind.startsWith(EVOLUTION) ? kind.substring(EVOLUTION.length()) : "";
      boolean isNumber = digits.length() <= MOST_DIGITS && digits.matches("[1-9][0-9]*");
      int offspring = isNumber ? Integer.parseInt(digits) : 0;
      return offspring < 2 ? 0 : offspring;
    }

    /**
     * Tells whether the descent polishes the optimum it set out from.
     *
     * @return whether it goes to the last digits there are
     */
    public boolean isPolish() {
      return kind.equals(POLISH);
    }

    /**
     * Returns where the descent began.
     *
     * @return a copy of the position, in the search's working coordinates
     */
    @Override
    public double[] position() {
      return position.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Perturbation hop
          && kind.equals(hop.kind)
          && source == hop.source
          && stream == hop.stream
          && Arrays.equals(position, hop.position);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hash(kind, source, stream) + Arrays.hashCode(position);
    }

    @Override
    public String toString() {
      return "Hop[kind=%s, source=%d, stream=%d, from=%s]"
          .formatted(kind, source, stream, Arrays.toString(position));
    }
  }
}
