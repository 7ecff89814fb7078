package org.multidescent.bench.contender;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * Stands between a contender and the objective: counts every evaluation, keeps the best value and
 * the way there, and says when the run is over.
 *
 * <p>Each evaluator counts on its own, so that threads share nothing; the sum is exact when they
 * have ended.
 */
final class RunMonitor {

  private final double target;
  private final long cap;
  private final ConcurrentLinkedQueue<CountingEvaluator> evaluators = new ConcurrentLinkedQueue<>();
  private final Problem countedProblem;
  private volatile boolean cancelled;
  private volatile Runnable whenCancelled = () -> {};

  RunMonitor(Task task) {
    this.target = task.target();
    this.cap = task.cap();
    this.countedProblem = task.problem().decorated(this::count);
  }

  /** Returns the problem, counted; who searches it must keep to target and cap. */
  Problem countedProblem() {
    return countedProblem;
  }

  /** Ends the run at its next evaluation. */
  void cancel() {
    cancelled = true;
    whenCancelled.run();
  }

  /** Sets what else ends the run, for a search that does not ask before each evaluation. */
  void onCancel(Runnable action) {
    whenCancelled = action;
    if (cancelled) {
      action.run();
    }
  }

  /** Tells whether no further evaluation may be made; for runs with one evaluator at a time. */
  boolean isOver() {
    return cancelled || evaluations() >= cap || isSolved();
  }

  /** Returns how many evaluations may still be made. */
  long remaining() {
    return isOver() ? 0 : cap - evaluations();
  }

  /** Throws if no further evaluation may be made. */
  void checkBudget() {
    if (isOver()) {
      throw StopSearch.INSTANCE;
    }
  }

  boolean isSolved() {
    return best() <= target;
  }

  long evaluations() {
    return valueEvaluations() + gradientEvaluations();
  }

  long valueEvaluations() {
    long sum = 0;
    for (CountingEvaluator count : evaluators) {
      sum += count.valueEvaluations();
    }
    return sum;
  }

  long gradientEvaluations() {
    long sum = 0;
    for (CountingEvaluator count : evaluators) {
      sum += count.gradientEvaluations();
    }
    return sum;
  }

  /** Returns the lowest value of all, {@code Infinity} before the first. */
  double best() {
    double best = Double.POSITIVE_INFINITY;
    for (CountingEvaluator count : evaluators) {
      best = Math.min(best, count.best());
    }
    return best;
  }

  /** Returns the improvements in the order of evaluations; after the run. */
  List<Improvement> improvements() {
    List<Improvement> sorted = new ArrayList<>();
    evaluators.forEach(count -> sorted.addAll(count.improvements()));
    sorted.sort(Comparator.comparingLong(Improvement::evaluation));
    List<Improvement> falling = new ArrayList<>();
    double best = Double.POSITIVE_INFINITY;
    for (Improvement improvement : sorted) {
      if (improvement.value() < best) {
        best = improvement.value();
        falling.add(improvement);
      }
    }
    return falling;
  }

  private Evaluator count(Evaluator evaluator) {
    CountingEvaluator count = new CountingEvaluator(evaluator, this::evaluations);
    evaluators.add(count);
    return count;
  }
}
