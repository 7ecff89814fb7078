package org.multidescent.restart;

/**
 * How often descents end in optima already known. If most of them do, the search looks for basins
 * not seen before: fresh starts are chosen more often; more of them are evaluated before one
 * descends, about as many as cost what a descent costs, times half the odds that a descent ends
 * where another has; and it is the most distant one that descends.
 */
final class Repetition {

  private static final double MEMORY = 0.8;
  private static final double USUAL = 0.5;
  private static final double STARTS_PER_ODDS = 0.5;
  private static final double UNUSUAL_SQUARED_ODDS = 20;

  /** Perturbations keep a part of the decisions. */
  private static final double LARGEST_WEIGHT = 16;

  /** In many coordinates few starts are near each other, and tell little of basins. */
  private static final double MOST_IN_ONE_DIMENSION = 64;

  private static final int MOST_STARTS = 1024;

  private static final double SUSPICIOUS = 2;
  private static final double EXAMINING = -1;
  private static final double EXAMINED = -2;
  private static final int MOST_EXAMINED = 3;

  /** Of a quadratic function through those that lie in no well. */
  private static final int STARTS_PER_COEFFICIENT = 3;

  /** How many numbers {@link #save} writes. */
  static final int SAVED = 3;

  /** The share of late descents that ended in an optimum already known. */
  private double repeats;

  /** How many descents ended in an optimum already known, until starts are examined; or whether. */
  private double repeated;

  /** The evaluations of a descent, an average of late ones. */
  private double cost;

  /** Takes note of a descent that has ended. */
  void learn(Outcome outcome) {
    if (!EvolutionSchedule.isRun(outcome.origin())
        && !RecombinationSchedule.isRun(outcome.origin())
        && !PolishSchedule.isPolish(outcome)) {
      boolean repeat = outcome.optimum() >= 0 && !outcome.isNew();
      repeats = MEMORY * repeats + (repeat ? 1 - MEMORY : 0);
      repeated += repeat && repeated >= 0 ? 1 : 0;
      cost =
          cost == 0 ? outcome.evaluations() : MEMORY * cost + (1 - MEMORY) * outcome.evaluations();
    }
  }

  /** Tells whether most descents end in optima already known. */
  boolean isUsual() {
    return repeats > USUAL;
  }

  /**
   * Returns how many starts are compared, once, as soon as some descents have ended in optima
   * already known, to see whether those in wells can be told from all others; else 0.
   */
  int examined(int dimension) {
    if (repeated == EXAMINING) {
      repeated = EXAMINED;
    }
    if (repeated < SUSPICIOUS || dimension > MOST_EXAMINED) {
      return 0;
    }
    repeated = EXAMINING;
    return STARTS_PER_COEFFICIENT * (dimension + 1) * (dimension + 2) / 2;
  }

  /** Tells whether the most distant start descends next. */
  boolean prefersDistantStarts() {
    return isUsual() || repeated == EXAMINING;
  }

  private double odds() {
    return repeats / (1 - repeats);
  }

  /** Returns how many times as often as by their own weight fresh starts are chosen. */
  double weight() {
    return Math.min(LARGEST_WEIGHT, Math.max(1, odds() * odds() / UNUSUAL_SQUARED_ODDS));
  }

  /** Returns how many fresh starts are evaluated before one descends, at least so many. */
  int starts(int least, int dimension) {
    double most = MOST_IN_ONE_DIMENSION / dimension / dimension;
    double share = Math.min(STARTS_PER_ODDS * odds(), most);
    double starts = isUsual() ? Math.min(share * cost, MOST_STARTS) : 0;
    return Math.max(least, (int) starts);
  }

  void save(double[] saved, int offset) {
    saved[offset] = repeats;
    saved[offset + 1] = cost;
    saved[offset + 2] = repeated;
  }

  void restore(double[] saved, int offset) {
    repeats = saved[offset];
    cost = saved[offset + 1];
    repeated = saved[offset + 2];
  }
}
