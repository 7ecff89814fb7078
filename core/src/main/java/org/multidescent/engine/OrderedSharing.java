package org.multidescent.engine;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Oracle;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.evaluation.EvaluationCounter;
import org.multidescent.evaluation.EvaluationSharing;
import org.multidescent.evaluation.SharedEvaluations;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.function.EvaluationUnavailableException;

/**
 * One worker's part in sharing the evaluations of a reproducible search: workers without a task
 * make some of those of a task, which counts them in its own order when all are made. So nothing
 * differs from a search in which each task makes its own, but for the time.
 *
 * <p>Implementation note. Evaluations are shared only if the task was granted all of them. While
 * they are made nobody counts: what they return and throw is recorded. If the search is cut short,
 * those that were begun are completed, and counted.
 */
final class OrderedSharing implements EvaluationSharing {

  private static final int SPINS = 1000;
  private static final long PARK_NANOS = 1_000_000;

  private final IdleWorkers idle;
  private final ForwardingCounters forwarding;
  private final Termination termination;
  private final SharingThreshold threshold;
  private final Recorder recorder = new Recorder();

  private OrderedSharing(
      IdleWorkers idle, ForwardingCounters forwarding, Termination termination, boolean isAlways) {
    this.idle = idle;
    this.forwarding = forwarding;
    this.termination = termination;
    this.threshold = new SharingThreshold(isAlways);
  }

  /** Returns the sharing of one worker; null if nobody may ever help, or the search is free. */
  static @Nullable OrderedSharing of(
      Schedule schedule,
      SearchSettings settings,
      ForwardingCounters forwarding,
      Termination termination) {
    IdleWorkers idle = schedule.idleWorkers();
    SharingMode mode = settings.execution().sharing();
    return idle == null
            || mode == SharingMode.NEVER
            || settings.execution().workers() == 1
            || settings.problem().isConstrained()
        ? null
        : new OrderedSharing(idle, forwarding, termination, mode == SharingMode.ALWAYS);
  }

  /** Records what evaluations throw, and counts nothing. */
  private final class Recorder implements EvaluationCounter {

    private @Nullable PostedEvaluations posted;
    private int index;

    private PostedEvaluations posted() {
      return Objects.requireNonNull(posted);
    }

    @Override
    public void beforeValue() {}

    @Override
    public void beforeGradient() {}

    @Override
    public int beforeValues(int wanted) {
      return wanted;
    }

    @Override
    public void after(double value, double[] u, int offset) {}

    @Override
    public double failed(Throwable cause, double[] u, int offset) {
      posted().threw(index, cause);
      return Double.NaN;
    }

    @Override
    public RuntimeException unavailable(
        EvaluationUnavailableException cause, int values, int gradients) {
      posted().threw(index, cause);
      if (!termination.isEnded(posted().place())) {
        termination.fail(cause, "evaluations are not available: " + cause.getMessage());
      }
      return StopSearch.INSTANCE;
    }
  }

  @Override
  public boolean areWanted(int evaluations) {
    return idle.isAny()
        && forwarding.task().evaluationsLeft() >= evaluations
        && threshold.isToBeTried(evaluations);
  }

  @Override
  public void share(SharedEvaluations shared, Oracle own) {
    int count = shared.remaining();
    int counted = 0;
    if (!threshold.isReached(count)) {
      long start = System.nanoTime();
      counted = shared.work(own, 1, index -> {});
      threshold.measuredAgain(System.nanoTime() - start);
    }
    if (!threshold.isReached(count)) {
      shared.work(own, count, index -> {});
      return;
    }
    PostedEvaluations posted = new PostedEvaluations(shared, forwarding.task().place(), count);
    idle.post(posted);
    try {
      long start = System.nanoTime();
      int made = work(posted, own);
      threshold.measured(System.nanoTime() - start, made);
    } finally {
      idle.remove(posted);
    }
    await(posted);
    count(posted, counted, own.dimension());
  }

  /**
   * Makes evaluations that were posted, until none is left or they no longer count.
   *
   * @return how many
   */
  int work(PostedEvaluations posted, Oracle oracle) {
    SharedEvaluations shared = posted.evaluations();
    recorder.posted = posted;
    forwarding.record(recorder);
    int made = 0;
    try {
      while (!termination.isEnded(posted.place())
          && shared.work(oracle, 1, index -> recorder.index = index) == 1) {
        made++;
      }
    } catch (StopSearch unavailable) {
      shared.abandon();
    } finally {
      forwarding.record(null);
      recorder.posted = null;
    }
    return made;
  }

  private void await(PostedEvaluations posted) {
    SharedEvaluations shared = posted.evaluations();
    for (int i = 0; !shared.isComplete(); i++) {
      if (termination.isEnded(posted.place())) {
        shared.stop();
      }
      if (i < SPINS) {
        Thread.onSpinWait();
      } else {
        shared.park(PARK_NANOS);
      }
    }
  }

  /**
   * Counts evaluations as if the task had made them one after the other, from the first that is not
   * counted; those of a search that was cut short, too.
   */
  private void count(PostedEvaluations posted, int first, int dimension) {
    TaskCounters counters = forwarding.task();
    SharedEvaluations shared = posted.evaluations();
    double[] u = new double[dimension];
    for (int k = first; k < shared.claimed(); k++) {
      if (termination.isEnded(posted.place()) && termination.ending() == null) {
        throw StopSearch.INSTANCE;
      }
      Throwable thrown = posted.thrown(k);
      if (!(thrown instanceof EvaluationUnavailableException)) {
        counters.madeValue();
        shared.position(k, u);
        if (thrown == null) {
          counters.after(shared.value(k), u, 0);
        } else {
          shared.fails(k, counters.failed(thrown, u, 0));
        }
      }
    }
    if (!shared.isWhole()) {
      throw StopSearch.INSTANCE;
    }
  }
}
