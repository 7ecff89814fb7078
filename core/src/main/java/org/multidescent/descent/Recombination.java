package org.multidescent.descent;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.evolution.DifferentialEvolution;
import org.multidescent.random.Mix;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Room;

/**
 * Differential evolution near where the descent begins; a step is a generation. The point is the
 * best of the population. As with {@link CmaEs}, a generation's random numbers are functions of the
 * run's stream and its number, and a step that is interrupted is taken again.
 */
final class Recombination implements StepRule {

  /** Begins a run; a stream of 0 stands for the position. */
  static void begin(Point point, long stream) {
    long own = stream != 0 ? stream : Mix.mix(0, Arrays.hashCode(point.position()));
    DifferentialEvolution.begin(point.memory(), own);
  }

  /** Creates what generations are bred in. */
  static DifferentialEvolution population(WorkingCoordinates coordinates) {
    int dimension = coordinates.dimension();
    return new DifferentialEvolution(
        Coordinates.each(dimension, coordinates::lower),
        Coordinates.each(dimension, coordinates::upper),
        Coordinates.each(dimension, coordinates::range));
  }

  @Override
  public int memory(int dimension) {
    return Room.ofPoint("recombination", DifferentialEvolution.size(dimension), dimension);
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    return DifferentialEvolution.isSound(memory, dimension);
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  /** Trials are compared, not subtracted. */
  @Override
  public boolean knowsConstraints() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    DifferentialEvolution population = oracle.workspace().population();
    double[] memory = point.memory();
    boolean first = !DifferentialEvolution.hasBegun(memory);
    population.breed(memory, point.position());
    double[] values = population.values();
    oracle.values(population.trials(), values.length, values);
    population.select(memory);
    double best = population.value(memory);
    if (best == Double.POSITIVE_INFINITY) {
      return Stall.VALUE;
    }
    if (first || best < point.value()) {
      population.copy(memory, oracle.workspace().trial());
      point.moveTo(oracle.workspace().trial(), best);
    } else {
      point.moveTo(point.position(), point.value());
    }
    return population.hasEnded(memory) ? Stall.VALUE : null;
  }
}
