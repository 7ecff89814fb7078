package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAccumulator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** Sees every call of a problem's objective and holds a search's result against it. */
final class Witness {

  private static final long LONGEST_RETURN_MILLIS = 10_000;

  private final AtomicLong values = new AtomicLong();
  private final AtomicLong gradients = new AtomicLong();
  private final DoubleAccumulator best = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);

  Problem watch(Problem problem) {
    return problem.decorated(evaluator -> new WitnessedEvaluator(evaluator, problem, this));
  }

  /** Evaluations begin, as one call. */
  void called(int count, boolean withGradients) {
    (withGradients ? gradients : values).addAndGet(count);
  }

  long calls() {
    return values.get() + gradients.get();
  }

  /** A position's place in the order is known: its value, or how much it violates constraints. */
  void seen(double value) {
    if (Double.isFinite(value)) {
      best.accumulate(value);
    }
  }

  /** Checks what holds for every search, however it ended. */
  void confirm(Result result) {
    Progress progress = result.progress();
    assertThat(progress.valueEvaluations()).as("evaluations").isEqualTo(values.get());
    assertThat(progress.gradientEvaluations()).as("gradients").isEqualTo(gradients.get());
    assertThat(progress.evaluations())
        .as("calls")
        .isLessThanOrEqualTo(result.budget().evaluations());
    assertThat(progress.steps()).as("steps").isLessThanOrEqualTo(result.budget().steps());
    assertThat(progress.stalls()).as("stalls").isLessThanOrEqualTo(result.budget().stalls());
    assertThat(result.best().value()).as("best").isEqualTo(best.get());
    assertThat(progress.best()).as("progress.best").isEqualTo(best.get());
    confirmConservation(result);
    assertThat(threads()).as("threads").isEmpty();
  }

  /** Checks that no point was lost and none doubled. */
  static void confirmConservation(Result result) {
    Progress progress = result.progress();
    assertThat(progress.starts() + progress.perturbations())
        .as("starts + hops = stalls + waiting")
        .isEqualTo(progress.stalls() + result.waiting());
  }

  /**
   * The names of the library's living threads. A thread that makes calls outlives its search while
   * a call hangs, and ends once the call returns: a moment after an earlier test has released it.
   */
  static List<String> threads() {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("multidescent-") && thread.getName().contains("-call-")) {
        join(thread);
      }
    }
    return Thread.getAllStackTraces().keySet().stream()
        .filter(Thread::isAlive)
        .map(Thread::getName)
        .filter(name -> name.startsWith("multidescent-"))
        .toList();
  }

  private static void join(Thread thread) {
    try {
      thread.join(LONGEST_RETURN_MILLIS);
    } catch (InterruptedException early) {
      Thread.currentThread().interrupt();
    }
  }
}
