package org.multidescent.report;

import java.util.Arrays;
import java.util.Objects;
import org.multidescent.util.Require;

/**
 * Where a descent began: all that is needed, with the search's settings and seed, to run it again
 * alone.
 */
public sealed interface Origin {

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
      Require.atLeast("index", index, 0);
    }
  }

  /**
   * A descent from a position drawn with the help of optima known by then. The position itself is
   * kept, since it depends on what was known, and that on timing.
   */
  sealed interface Drawn extends Origin {

    /**
     * Returns where the descent began, and what drew the position.
     *
     * @return the place
     */
    Place place();

    /**
     * Returns a short name of the kind of descent, for tables and events.
     *
     * @return the name
     */
    String kind();

    /**
     * Returns an origin of the same kind at another place.
     *
     * @param place the place
     * @return the origin
     */
    Drawn at(Place place);
  }

  /**
   * A descent from a perturbed optimum.
   *
   * @param kind the kind of perturbation, such as gauss-wide, coordinates-few, cross, centre or
   *     chain
   * @param place where the descent began
   */
  record Perturbation(String kind, Place place) implements Drawn {

    /** The kind of a step of a chain of optima; such a descent has no coarse first stage. */
    public static final String CHAIN = "chain";

    /**
     * Creates the origin.
     *
     * @param kind as above
     * @param place as above
     */
    public Perturbation {
      Objects.requireNonNull(kind, "kind: null (expected: a kind of perturbation)");
      Objects.requireNonNull(place, "place: null (expected: a place)");
    }

    @Override
    public Drawn at(Place other) {
      return new Perturbation(kind, other);
    }
  }

  /**
   * A descent that begins with a run of an evolution strategy.
   *
   * @param offspring how many offspring a generation has, 2 or more
   * @param place where the run began
   */
  record EvolutionRun(int offspring, Place place) implements Drawn {

    /**
     * Creates the origin.
     *
     * @param offspring as above
     * @param place as above
     * @throws IllegalArgumentException if there are fewer than two offspring
     */
    public EvolutionRun {
      Require.atLeast("offspring", offspring, 2);
      Objects.requireNonNull(place, "place: null (expected: a place)");
    }

    @Override
    public String kind() {
      return "evolution-" + offspring;
    }

    @Override
    public Drawn at(Place other) {
      return new EvolutionRun(offspring, other);
    }
  }

  /**
   * A descent that begins with differential evolution near an optimum.
   *
   * @param place where the run began
   */
  record RecombinationRun(Place place) implements Drawn {

    /**
     * Creates the origin.
     *
     * @param place as above
     */
    public RecombinationRun {
      Objects.requireNonNull(place, "place: null (expected: a place)");
    }

    @Override
    public String kind() {
      return "recombination";
    }

    @Override
    public Drawn at(Place other) {
      return new RecombinationRun(other);
    }
  }

  /**
   * A descent that polishes an optimum: it begins there, or beside it, and goes to the last digits
   * there are.
   *
   * @param place where the descent began
   */
  record Polish(Place place) implements Drawn {

    /**
     * Creates the origin.
     *
     * @param place as above
     */
    public Polish {
      Objects.requireNonNull(place, "place: null (expected: a place)");
    }

    @Override
    public String kind() {
      return "polish";
    }

    @Override
    public Drawn at(Place other) {
      return new Polish(other);
    }
  }

  /**
   * A drawn position, and what drew it.
   *
   * @param source the id of the optimum it was drawn from, 0 or more
   * @param stream the id of the random stream that drew it
   * @param position the position, in the problem's coordinates; copied
   * @param u the same in the search's working coordinates, exact to the bit; copied
   */
  record Place(long source, long stream, double[] position, double[] u) {

    /**
     * Creates the place.
     *
     * @param source as above
     * @param stream as above
     * @param position as above
     * @param u as above
     * @throws IllegalArgumentException if the source is negative
     */
    public Place {
      Require.atLeast("source", source, 0);
      position = position.clone();
      u = u.clone();
    }

    /**
     * Returns the position.
     *
     * @return a copy of the position, in the problem's coordinates
     */
    @Override
    public double[] position() {
      return position.clone();
    }

    /**
     * Returns the position to the bit, as a replay needs it.
     *
     * @return a copy of the position, in the search's working coordinates
     */
    @Override
    public double[] u() {
      return u.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place place
          && source == place.source
          && stream == place.stream
          && Arrays.equals(position, place.position)
          && Arrays.equals(u, place.u);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hash(source, stream) + Arrays.hashCode(u);
    }

    @Override
    public String toString() {
      return "Place[source=%d, stream=%d, position=%s]"
          .formatted(source, stream, Arrays.toString(position));
    }
  }
}
