package org.multidescent.descent;

import static org.multidescent.evolution.CmaEsMemory.ENDED;
import static org.multidescent.evolution.CmaEsMemory.FIRST_MEDIAN;
import static org.multidescent.evolution.CmaEsMemory.FIRST_POPULATION;
import static org.multidescent.evolution.CmaEsMemory.GENERATION;
import static org.multidescent.evolution.CmaEsMemory.GROWTH;
import static org.multidescent.evolution.CmaEsMemory.LOWEST_MEAN;
import static org.multidescent.evolution.CmaEsMemory.MEDIAN_PARENT;
import static org.multidescent.evolution.CmaEsMemory.POPULATION;
import static org.multidescent.evolution.CmaEsMemory.RECORDS;
import static org.multidescent.evolution.CmaEsMemory.SIGMA;
import static org.multidescent.evolution.CmaEsMemory.STRIDE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.evolution.CmaEsAdaptation;
import org.multidescent.evolution.CmaEsArchive;
import org.multidescent.evolution.CmaEsGeneration;
import org.multidescent.evolution.CmaEsMemory;
import org.multidescent.evolution.CmaEsParameters;
import org.multidescent.evolution.CmaEsTermination;
import org.multidescent.random.Mix;
import org.multidescent.util.Coordinates;
import org.multidescent.util.Require;
import org.multidescent.util.Room;

/**
 * The evolution strategy with covariance matrix adaptation; a step is a generation.
 *
 * <p>Implementation note. The point is the best offspring of the run; the distribution lives in its
 * memory (see {@link CmaEsMemory}), in fractions of the box's extents. All random numbers of a
 * generation are functions of the run's stream and the generation's number, and nothing is changed
 * before the whole generation has been evaluated, so that a step that the end of the search
 * interrupts is simply taken again. The population is read from the memory, so that one instance
 * serves runs of every population.
 */
final class CmaEs implements StepRule {

  private static final double FIRST = 0.25;
  private static final double FIRST_IN_NOISE = 0.15;
  private static final double MOST_SCHEDULED = 0x1p24;
  private static final double GROWING = 0.12;
  private static final double SHRINKING = 0.03;
  private static final double LARGEST_GROWTH = StrictMath.log(3);

  private final int population;
  private final boolean grows;
  private final boolean noisy;

  /** Creates the rule with one population for all generations. */
  CmaEs(int population) {
    this(population, false, false);
  }

  private CmaEs(int population, boolean grows, boolean noisy) {
    requirePopulation(population);
    this.population = population;
    this.grows = grows;
    this.noisy = noisy;
  }

  /** Returns the rule whose population grows while a run gets nowhere. */
  static CmaEs growing() {
    return new CmaEs(0, true, false);
  }

  /** Returns the rule for a noisy objective: the mean counts, not the luckiest offspring. */
  static CmaEs noisy() {
    return new CmaEs(0, false, true);
  }

  static void requirePopulation(int population) {
    Require.that(
        population >= 0 && population != 1,
        "population",
        population,
        "2 or more, or 0 for the standard one");
  }

  /** Begins a run; {@code population} 0 stands for the standard one. */
  static void begin(double[] memory, int population, long stream) {
    memory[POPULATION] = population;
    CmaEsMemory.putStream(memory, stream);
  }

  /** Creates what generations are sampled in. */
  static CmaEsGeneration generation(WorkingCoordinates coordinates) {
    int dimension = coordinates.dimension();
    return new CmaEsGeneration(
        Coordinates.each(dimension, coordinates::lower),
        Coordinates.each(dimension, coordinates::upper),
        Coordinates.each(dimension, coordinates::range));
  }

  /** Returns the offspring of a run's next generation. */
  static int population(Point point) {
    int population = (int) point.memory()[POPULATION];
    return population != 0 ? population : CmaEsParameters.standard(point.position().length);
  }

  @Override
  public int memory(int dimension) {
    Room.of("cmaes", (long) population * dimension, "generation", dimension);
    long archive = noisy ? CmaEsArchive.size(dimension) : 0;
    return Room.ofPoint("cmaes", CmaEsMemory.size(dimension) + archive, dimension);
  }

  @Override
  public boolean accepts(double[] memory, int dimension) {
    boolean finite = Double.isFinite(memory[SIGMA]);
    for (int k = CmaEsMemory.mean(); k < CmaEsMemory.recent(dimension); k++) {
      finite &= Double.isFinite(memory[k]);
    }
    int own = population != 0 ? population : CmaEsParameters.standard(dimension);
    double bred = memory[POPULATION];
    return finite
        && (!noisy || CmaEsArchive.accepts(memory, dimension))
        && (bred == 0 && memory[SIGMA] == 0
            || bred == own
            || population == 0 && isScheduled(bred, dimension))
        && Room.isCount(memory[GENERATION], Room.MOST)
        && (bred == 0 || Room.isCount(memory[FIRST_POPULATION], bred))
        && (memory[SIGMA] == 0 || memory[FIRST_POPULATION] >= 2)
        && memory[GROWTH] >= 0
        && memory[GROWTH] <= LARGEST_GROWTH
        && Room.isCount(memory[RECORDS], CmaEsMemory.LONG)
        && Room.isCount(memory[STRIDE], Room.MOST);
  }

  /** Tells whether a generation of that size has room. */
  private static boolean isScheduled(double bred, int dimension) {
    return Room.isCount(bred, MOST_SCHEDULED / Math.max(1, dimension)) && bred >= 2;
  }

  @Override
  public boolean isSelfStopping() {
    return true;
  }

  /** Offspring are compared, not subtracted. */
  @Override
  public boolean knowsConstraints() {
    return true;
  }

  @Override
  public @Nullable Stall step(Point point, Oracle oracle) {
    CmaEsGeneration generation = oracle.workspace().generation();
    int n = generation.dimension();
    double[] memory = point.memory();
    if (n == 0 || memory[ENDED] != 0) {
      return Stall.STEP;
    }
    if (memory[SIGMA] == 0) {
      initialise(point, n, generation);
    }
    int population = (int) memory[POPULATION];
    generation.sample(memory, point.position());
    if (noisy) {
      oracle.workspace().surrogate().evaluate(memory, generation, oracle::values);
    } else {
      oracle.values(generation.positions(), population, generation.values());
    }
    generation.rank(population);
    double best = generation.value(0);
    if (best == Double.POSITIVE_INFINITY) {
      return Stall.VALUE;
    }
    if (memory[GENERATION] == 0) {
      memory[FIRST_MEDIAN] = generation.value(generation.parents());
    }
    CmaEsAdaptation.adapt(memory, generation);
    boolean sound = CmaEsAdaptation.decompose(memory, generation);
    if (grows) {
      grow(memory, generation);
    }
    if (noisy) {
      remember(point, generation);
      generation.mean(memory, point.position(), oracle.workspace().trial());
      int rank = (int) memory[POPULATION] / 2;
      point.moveTo(oracle.workspace().trial(), finite(generation.value(rank), best));
    } else if (best < point.value()) {
      generation.copy(0, oracle.workspace().trial());
      point.moveTo(oracle.workspace().trial(), best);
    } else {
      point.moveTo(point.position(), point.value());
    }
    Stall stall = sound ? stall(point, generation) : Stall.STEP;
    memory[ENDED] = stall == null ? 0 : 1;
    return stall;
  }

  private @Nullable Stall stall(Point point, CmaEsGeneration generation) {
    double[] memory = point.memory();
    if (CmaEsTermination.isLevel(memory, generation, point.valueScale(), point.lack(), noisy)) {
      return Stall.VALUE;
    }
    return CmaEsTermination.isShort(memory, generation.dimension()) ? Stall.STEP : null;
  }

  /**
   * Sets the next population: larger where the better parents did not become lower, else a little
   * smaller (after Nguyen and Hansen, Benchmarking CMAES-APOP on the BBOB noiseless testbed, 2017).
   */
  private static void grow(double[] memory, CmaEsGeneration generation) {
    double median = generation.value(generation.parents() / 2);
    boolean fell = memory[GENERATION] == 1 || median < memory[MEDIAN_PARENT];
    double growth = memory[GROWTH] + (fell ? -SHRINKING : GROWING);
    memory[MEDIAN_PARENT] = median;
    memory[GROWTH] = Math.min(Math.max(growth, 0), LARGEST_GROWTH);
    memory[POPULATION] = (int) (memory[FIRST_POPULATION] * StrictMath.exp(memory[GROWTH]));
  }

  /** Keeps the position around which a generation was, if its values had the lowest mean so far. */
  private static void remember(Point point, CmaEsGeneration generation) {
    double[] memory = point.memory();
    double mean = generation.meanValue((int) memory[POPULATION]);
    if (memory[GENERATION] == 1 || mean < memory[LOWEST_MEAN]) {
      memory[LOWEST_MEAN] = mean;
      int dimension = point.position().length;
      System.arraycopy(point.position(), 0, memory, calmest(memory, dimension), dimension);
    }
  }

  /** Copies the position that {@link #remember} kept, once there is one. */
  static boolean copyCalmest(double[] memory, double[] target) {
    boolean known = memory[GENERATION] > 0;
    if (known) {
      System.arraycopy(memory, calmest(memory, target.length), target, 0, target.length);
    }
    return known;
  }

  private static int calmest(double[] memory, int dimension) {
    return (int) CmaEsMemory.size(dimension) - dimension;
  }

  private static double finite(double value, double other) {
    return Double.isFinite(value) ? value : other;
  }

  private void initialise(Point point, int n, CmaEsGeneration generation) {
    double[] memory = point.memory();
    if (memory[POPULATION] == 0) {
      memory[POPULATION] = population != 0 ? population : CmaEsParameters.standard(n);
    }
    memory[FIRST_POPULATION] = memory[POPULATION];
    if (CmaEsMemory.stream(memory) == 0) {
      CmaEsMemory.putStream(memory, Mix.mix(0, Arrays.hashCode(point.position())));
    }
    double first = noisy ? FIRST_IN_NOISE : FIRST;
    CmaEsAdaptation.initialise(memory, generation, point.position(), first);
  }
}
