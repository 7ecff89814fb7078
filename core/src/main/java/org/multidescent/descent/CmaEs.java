package org.multidescent.descent;

import static org.multidescent.descent.CmaEsMemory.DECOMPOSED;
import static org.multidescent.descent.CmaEsMemory.ENDED;
import static org.multidescent.descent.CmaEsMemory.FIRST_MEDIAN;
import static org.multidescent.descent.CmaEsMemory.FIRST_POPULATION;
import static org.multidescent.descent.CmaEsMemory.FIRST_SIGMA;
import static org.multidescent.descent.CmaEsMemory.GENERATION;
import static org.multidescent.descent.CmaEsMemory.GROWTH;
import static org.multidescent.descent.CmaEsMemory.LOWEST_MEAN;
import static org.multidescent.descent.CmaEsMemory.MEDIAN_PARENT;
import static org.multidescent.descent.CmaEsMemory.POPULATION;
import static org.multidescent.descent.CmaEsMemory.RECORDS;
import static org.multidescent.descent.CmaEsMemory.SIGMA;
import static org.multidescent.descent.CmaEsMemory.STRIDE;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.multidescent.numerics.SymmetricEigen;
import org.multidescent.random.Mix;
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

  /** Returns the offspring of a run's next generation. */
  static int population(Point point) {
    int population = (int) point.memory()[POPULATION];
    return population != 0 ? population : CmaEsParameters.standard(point.position().length);
  }

  @Override
  public int memory(int dimension) {
    Room.of("cmaes", (long) population * dimension, "generation", dimension);
    return Room.ofPoint("cmaes", CmaEsMemory.size(dimension), dimension);
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
      initialise(point, generation, n);
    }
    generation.breed(point, oracle, (int) memory[POPULATION]);
    double best = generation.value(0);
    if (best == Double.POSITIVE_INFINITY) {
      return Stall.VALUE;
    }
    if (memory[GENERATION] == 0) {
      memory[FIRST_MEDIAN] = generation.value(generation.recombination().parents());
    }
    adapt(memory, generation, n);
    boolean sound = decompose(memory, generation, n);
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
    Stall stall = sound ? CmaEsTermination.check(point, generation) : Stall.STEP;
    memory[ENDED] = stall == null ? 0 : 1;
    return stall;
  }

  /**
   * Sets the next population: larger where the better parents did not become lower, else a little
   * smaller (after Nguyen and Hansen, Benchmarking CMAES-APOP on the BBOB noiseless testbed, 2017).
   */
  private static void grow(double[] memory, CmaEsGeneration generation) {
    double median = generation.value(generation.recombination().parents() / 2);
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

  private void initialise(Point point, CmaEsGeneration generation, int n) {
    double[] memory = point.memory();
    if (memory[POPULATION] == 0) {
      memory[POPULATION] = population != 0 ? population : CmaEsParameters.standard(n);
    }
    memory[FIRST_POPULATION] = memory[POPULATION];
    if (CmaEsMemory.stream(memory) == 0) {
      CmaEsMemory.putStream(memory, Mix.mix(0, Arrays.hashCode(point.position())));
    }
    generation.gather(point.position(), memory, CmaEsMemory.mean());
    for (int i = 0; i < n; i++) {
      memory[CmaEsMemory.axes(n) + i] = 1;
      memory[CmaEsMemory.covariance(n) + i * n + i] = 1;
      memory[CmaEsMemory.vectors(n) + i * n + i] = 1;
    }
    double first = noisy ? FIRST_IN_NOISE : FIRST;
    memory[SIGMA] = first;
    memory[FIRST_SIGMA] = first;
  }

  /** Moves the mean and adapts paths, step size and covariance. */
  private static void adapt(double[] memory, CmaEsGeneration generation, int n) {
    CmaEsParameters rates = generation.recombination();
    double[] work = generation.work();
    int mean = CmaEsMemory.mean();
    double[] steps = generation.steps();
    Arrays.fill(work, 0, n, 0);
    for (int k = 0; k < rates.parents(); k++) {
      int step = generation.step(k);
      for (int i = 0; i < n; i++) {
        work[i] += rates.weight(k) * steps[step + i];
      }
    }
    double sigma = memory[SIGMA];
    for (int i = 0; i < n; i++) {
      memory[mean + i] += sigma * work[i];
    }
    double time = memory[GENERATION] + 1;
    memory[GENERATION] = time;
    double length = adaptSigmaPath(memory, rates, work, n);
    double c = rates.sigmaRate();
    double expected = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    double settled = Math.sqrt(1 - StrictMath.pow(1 - c, 2 * time));
    boolean steady = length / settled < (1.4 + 2 / (n + 1.0)) * expected;
    double kept = 1 - rates.pathRate();
    double gained = steady ? Math.sqrt((1 - kept * kept) * rates.mass()) : 0;
    int path = CmaEsMemory.path(n);
    for (int i = 0; i < n; i++) {
      memory[path + i] = kept * memory[path + i] + gained * work[i];
    }
    adaptCovariance(memory, generation, n, steady);
    memory[SIGMA] =
        sigma * StrictMath.exp(Math.min(1, c / rates.damping() * (length / expected - 1)));
  }

  /** Adapts the path of the step size and returns its length. */
  private static double adaptSigmaPath(
      double[] memory, CmaEsParameters rates, double[] work, int n) {
    int vectors = CmaEsMemory.vectors(n);
    int axes = CmaEsMemory.axes(n);
    int path = CmaEsMemory.sigmaPath(n);
    for (int j = 0; j < n; j++) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += memory[vectors + i * n + j] * work[i];
      }
      work[n + j] = sum / memory[axes + j];
    }
    double c = rates.sigmaRate();
    double gained = Math.sqrt(c * (2 - c) * rates.mass());
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += memory[vectors + i * n + j] * work[n + j];
      }
      double entry = (1 - c) * memory[path + i] + gained * sum;
      memory[path + i] = entry;
      squares += entry * entry;
    }
    return Math.sqrt(squares);
  }

  private static void adaptCovariance(
      double[] memory, CmaEsGeneration generation, int n, boolean steady) {
    CmaEsParameters rates = generation.recombination();
    double one = rates.rankOneRate();
    double many = rates.rankManyRate();
    double lost = steady ? 0 : one * rates.pathRate() * (2 - rates.pathRate());
    double kept = 1 + lost - one - many * rates.sum();
    int covariance = CmaEsMemory.covariance(n);
    int path = CmaEsMemory.path(n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int entry = covariance + i * n + j;
        memory[entry] = kept * memory[entry] + one * memory[path + i] * memory[path + j];
      }
    }
    double[] steps = generation.steps();
    int population = (int) memory[POPULATION];
    for (int k = 0; k < population; k++) {
      double weight = many * rates.weight(k);
      if (weight < 0) {
        weight *= n / generation.norm(k);
      }
      int step = generation.step(k);
      for (int i = 0; i < n; i++) {
        double factor = weight * steps[step + i];
        int row = covariance + i * n;
        for (int j = 0; j <= i; j++) {
          memory[row + j] += factor * steps[step + j];
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        memory[covariance + j * n + i] = memory[covariance + i * n + j];
      }
    }
  }

  /** Decomposes the covariance if it is due; tells whether it is positive definite. */
  private static boolean decompose(double[] memory, CmaEsGeneration generation, int n) {
    double time = memory[GENERATION];
    if (time - memory[DECOMPOSED] < generation.recombination().decompositionGap()) {
      return true;
    }
    memory[DECOMPOSED] = time;
    int axes = CmaEsMemory.axes(n);
    int vectors = CmaEsMemory.vectors(n);
    System.arraycopy(memory, CmaEsMemory.covariance(n), memory, vectors, n * n);
    if (!SymmetricEigen.decompose(memory, vectors, n, memory, axes, generation.work())) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      if (!(memory[axes + i] > 0) || Double.isInfinite(memory[axes + i])) {
        return false;
      }
      memory[axes + i] = Math.sqrt(memory[axes + i]);
    }
    return true;
  }
}
