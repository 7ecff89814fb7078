package org.multidescent.engine.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.budget.Termination;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.FailurePolicy;

/** All time-limited evaluators of a search; abandons calls that hang. None without a limit. */
final class CallTimeouts {

  private static final long LOOKS_PER_LIMIT = 8;
  private static final long SHORTEST_NANOS = 100_000;
  private static final long LONGEST_NANOS = 20_000_000;

  private final FailurePolicy policy;
  private final Termination termination;
  private final String name;
  private final long limitNanos;
  private final List<TimeLimitedEvaluator> evaluators = new CopyOnWriteArrayList<>();

  /** Threads of abandoned calls that have not returned; belongs to the thread that looks. */
  private final List<Thread> abandoned = new ArrayList<>();

  private volatile int hanging;

  public CallTimeouts(FailurePolicy policy, Termination termination, String name) {
    this.policy = policy;
    this.termination = termination;
    this.name = name;
    this.limitNanos = policy.callTimeout().toNanos();
  }

  /** Returns the problem with its calls limited in time, if they are to be. */
  public Problem guard(Problem problem) {
    return policy.isLimited() ? problem.decorated(first -> guard(first, problem)) : problem;
  }

  private TimeLimitedEvaluator guard(Evaluator first, Problem problem) {
    TimeLimitedEvaluator evaluator =
        new TimeLimitedEvaluator(
            first, problem::evaluator, problem.dimension(), name + (evaluators.size() + 1));
    evaluators.add(evaluator);
    return evaluator;
  }

  /** Looks for calls that hang, and lets them go if nobody is to wait for them. */
  public void look(long now) {
    int count = 0;
    for (TimeLimitedEvaluator evaluator : evaluators) {
      if (evaluator.hangs(now, limitNanos)) {
        count++;
        if (policy.replacesWorkers() || termination.isEnded()) {
          leave(evaluator.abandon());
        }
      }
    }
    hanging = count;
  }

  /** Counts a call that is left to itself; ends the search if too many have not returned. */
  private void leave(@Nullable Thread call) {
    if (call != null) {
      abandoned.removeIf(thread -> !thread.isAlive());
      abandoned.add(call);
      if (abandoned.size() > FailurePolicy.MOST_ABANDONED && !termination.isEnded()) {
        String message =
            "the objective failed: %d calls hang (expected: at most %d)"
                .formatted(abandoned.size(), FailurePolicy.MOST_ABANDONED);
        termination.fail(new IllegalStateException(message), message);
      }
    }
  }

  /** Returns how long after a look the next one is due. */
  public long periodNanos() {
    return policy.isLimited()
        ? Math.max(SHORTEST_NANOS, Math.min(limitNanos / LOOKS_PER_LIMIT, LONGEST_NANOS))
        : Long.MAX_VALUE;
  }

  public int hanging() {
    return hanging;
  }

  /** Tells whether a thread is one that makes calls. */
  public boolean isCaller(Thread thread) {
    return evaluators.stream().anyMatch(evaluator -> evaluator.isCaller(thread));
  }

  public void close() {
    evaluators.forEach(TimeLimitedEvaluator::close);
  }

  public boolean join() {
    boolean interrupted = false;
    for (TimeLimitedEvaluator evaluator : evaluators) {
      interrupted |= evaluator.join();
    }
    return interrupted;
  }
}
