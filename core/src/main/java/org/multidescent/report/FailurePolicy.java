package org.multidescent.report;

import java.time.Duration;
import java.util.Objects;
import org.multidescent.util.Require;

/**
 * What a search does about an objective that fails. Immutable.
 *
 * <p>A value that is NaN or infinite is never fatal: a step that meets one is shortened, a start or
 * the candidate of a perturbation that has one is replaced. An exception ends the search, unless it
 * is tolerated; then its call counts as one that returned NaN. An {@link Error} always ends it. A
 * call that lasts too long is noticed only if a limit is set. Each case is counted by its {@link
 * Fault.Kind} in the result.
 *
 * @param tolerated how many exceptions the search survives, 0 or more
 * @param callTimeout a call that lasts longer hangs; {@link Budget#FOREVER} for no limit
 * @param replacesWorkers whether a worker goes on without waiting for a call that hangs
 */
public record FailurePolicy(long tolerated, Duration callTimeout, boolean replacesWorkers) {

  /** How many abandoned calls may be under way at once; one more ends the search. */
  public static final int MOST_ABANDONED = 256;

  /**
   * Creates a policy.
   *
   * @param tolerated as above
   * @param callTimeout as above
   * @param replacesWorkers as above
   * @throws IllegalArgumentException if a value is out of range, or workers are to be replaced
   *     without a limit
   */
  public FailurePolicy {
    Require.atLeast("tolerated", tolerated, 0);
    Objects.requireNonNull(callTimeout, "callTimeout: null (expected: a duration)");
    Require.positive("callTimeout", callTimeout);
    if (callTimeout.compareTo(Budget.FOREVER) > 0) {
      callTimeout = Budget.FOREVER;
    }
    if (replacesWorkers && callTimeout.equals(Budget.FOREVER)) {
      throw new IllegalArgumentException(
          "callTimeout: no limit (expected: one, for hanging workers to be replaced)");
    }
  }

  /**
   * Returns the default: the first exception ends the search.
   *
   * @return the policy, without a limit for a call
   */
  public static FailurePolicy stop() {
    return new FailurePolicy(0, Budget.FOREVER, false);
  }

  /**
   * Returns the policy that takes exceptions for NaN; one more ends the search.
   *
   * @param exceptions how many, 0 or more
   * @return the policy, without a limit for a call
   * @throws IllegalArgumentException if {@code exceptions} is negative
   */
  public static FailurePolicy tolerate(long exceptions) {
    return new FailurePolicy(exceptions, Budget.FOREVER, false);
  }

  /**
   * Sets how long one call may last. One that lasts longer is counted by {@link Progress#timedOut},
   * and when the search ends it does not wait for it: the call's thread is left to itself, and what
   * it returns is dropped. A call that waits for its turn, of a problem whose evaluations take
   * turns, hangs when the one whose turn it is does.
   *
   * <p>With a limit each worker hands its calls to a second thread, which costs some microseconds a
   * call: meant for objectives that take a millisecond or more.
   *
   * @param limit longer than zero
   * @return the policy with that limit
   * @throws IllegalArgumentException if the limit is zero or negative
   */
  public FailurePolicy callTimeout(Duration limit) {
    return new FailurePolicy(tolerated, limit, replacesWorkers);
  }

  /**
   * Has a worker go on, on a new thread, when its call hangs: the call counts as one that returned
   * NaN. Its thread is left to itself, one for each such call; the search ends as failed when more
   * than {@link #MOST_ABANDONED} of them have not returned.
   *
   * @return the policy, which must have a limit for a call
   * @throws IllegalArgumentException if it has none
   */
  public FailurePolicy replaceTimedOutWorkers() {
    return new FailurePolicy(tolerated, callTimeout, true);
  }

  /**
   * Tells whether there is a limit for a call.
   *
   * @return whether hanging calls are looked for
   */
  public boolean isLimited() {
    return !callTimeout.equals(Budget.FOREVER);
  }
}
