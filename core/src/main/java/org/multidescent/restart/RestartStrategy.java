package org.multidescent.restart;

import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/** What takes a stalled point's place. An immutable value that may be used by many searches. */
public interface RestartStrategy {

  /**
   * Opens the strategy for one search.
   *
   * @param dimension the number of coordinates
   * @return a session of its own
   */
  Session open(int dimension);

  /**
   * Returns the decision of a strategy that always decides the same, so that workers need not queue
   * to ask for it.
   *
   * @return the decision, or null if the strategy must be asked each time
   */
  default @Nullable Next constant() {
    return null;
  }

  /**
   * The strategy at work in one search. The engine calls it from one thread at a time, in the order
   * in which points stall, so it may keep what it has learned in plain fields.
   */
  interface Session {

    /**
     * Decides what takes a stalled point's place.
     *
     * @param outcome the descent that has just ended
     * @param view what the search knows; valid during the call only
     * @return fresh starts, a perturbation, or nothing
     */
    Next next(Outcome outcome, SearchView view);

    /**
     * Decides what a worker does next that has bred a generation of an evolution strategy. The run
     * waits then, until a decision resumes it.
     *
     * @param generation the run, which is among those that wait
     * @param view what the search knows; valid during the call only
     * @return {@link Next#RESUME}, as by default, or what comes before the run goes on
     */
    default Next afterGeneration(Generation generation, SearchView view) {
      return Next.RESUME;
    }

    /**
     * Tells which of the evaluated starts that wait descends next. Asked after each {@link #next}.
     *
     * @return whether it is the one farthest from all starts and optima that are lower, so that a
     *     basin not seen before is found; if not, as by default, the lowest
     */
    default boolean prefersDistantStarts() {
      return false;
    }

    /**
     * Returns all the session has learned, for a checkpoint.
     *
     * @return numbers from which {@link #restore} makes an equal session
     */
    default double[] save() {
      return new double[0];
    }

    /**
     * Takes back what {@link #save} returned.
     *
     * @param saved what an equal strategy's session had learned
     */
    default void restore(double[] saved) {}
  }

  /**
   * Returns the strategy that lets the search run dry.
   *
   * @return the strategy
   */
  static RestartStrategy none() {
    return new ConstantRestart(Next.NOTHING);
  }

  /**
   * Returns the strategy that puts fresh starts in a stalled point's place; one is the article's.
   *
   * @param count how many, 1 or more
   * @return the strategy
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  static RestartStrategy fresh(int count) {
    Require.atLeast("count", count, 1);
    return new ConstantRestart(new Next.Fresh(count));
  }

  /**
   * Returns the strategy that perturbs the best optima and draws fresh starts now and then; and
   * that has the best optimum polished to its last digits after a long time without a new one, and
   * in the last tenth of a budget of evaluations.
   *
   * @param settings how often and how
   * @return the strategy
   */
  static RestartStrategy perturbations(PerturbationSettings settings) {
    return new PerturbationRestart(settings);
  }

  /**
   * Returns the strategy for descents that are compared with each other on their way, as those
   * along sampled gradients: when all that began together have ended, as many fresh starts take
   * their place; one that ended without a value is replaced at once.
   *
   * @param starts how many begin together, 1 or more: as many as are evaluated at first
   * @return the strategy
   * @throws IllegalArgumentException if {@code starts} is below 1
   */
  static RestartStrategy brackets(int starts) {
    Require.atLeast("starts", starts, 1);
    return new Brackets(starts);
  }
}
