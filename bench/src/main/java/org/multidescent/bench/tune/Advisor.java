package org.multidescent.bench.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The rules from measurements to a recommendation. */
final class Advisor {

  /** The fewest workers within this of the best rate are enough. */
  private static final double ENOUGH = 0.97;

  /** More workers than processors must be better by this, beyond doubt. */
  private static final double WORTH_SHARING = 1.05;

  /** Less than this is no speed-up. */
  private static final double NO_GAIN = 1.1;

  /** An exchange at a heap, its lock's travel included, in nanoseconds. */
  private static final double EXCHANGE = 200;

  private static final double LOCK_BUSY = 0.3;
  private static final int LONG_SLICE = 64;
  private static final double SPLIT_PAYS = 50_000;
  private static final double LONG_DESCENT = 60e9;
  private static final double HEAVY = 5;

  private final Evidence evidence;
  private final List<String> reasons = new ArrayList<>();

  private Advisor(Evidence evidence) {
    this.evidence = evidence;
  }

  static Recommendation advise(Evidence evidence) {
    return new Advisor(evidence).advise();
  }

  private Recommendation advise() {
    int workers = workers();
    boolean relaxed = relaxed(workers);
    boolean split = split(workers);
    slice();
    safety();
    return new Recommendation(
        workers, evidence.slice(), relaxed, split, code(workers, relaxed), reasons);
  }

  private int workers() {
    List<WorkerRate> inside =
        evidence.rates().stream()
            .filter(level -> level.workers() <= evidence.processors())
            .toList();
    WorkerRate best = best(inside.isEmpty() ? evidence.rates() : inside);
    WorkerRate chosen = fewest(best);
    WorkerRate beyond = best(evidence.rates());
    if (beyond.workers() > evidence.processors()
        && beyond.rateInterval().lower() > WORTH_SHARING * best.rateInterval().upper()) {
      reason(
          "%d workers on %d processors still gain: the objective waits more than it computes."
              + " Try more with --workers.",
          beyond.workers(), evidence.processors());
      return fewest(beyond).workers();
    }
    if (chosen.workers() == 1 && evidence.processors() > 1 && best.speedUp() < NO_GAIN) {
      reason(
          "More threads bring nothing: the evaluations take turns. If they need not (a lock,"
              + " Problem.of(...).serial(), one shared resource), Problems.perWorker gives each worker an"
              + " objective of its own.");
    } else if (chosen == best) {
      reason(
          "%d workers make the most evaluations a second of all numbers up to the %d processors.",
          chosen.workers(), evidence.processors());
    } else {
      reason(
          "%d workers come within 3 %% of %d, the best; each further point in flight costs evaluations.",
          chosen.workers(), best.workers());
    }
    if (evidence.takeTurns()) {
      reason(
          "Workers take turns: they leave their cores by themselves, to wait for a lock. If the"
              + " machine was shared, rates of several are those of one core: a lower bound.");
    }
    if (chosen.workers() > 1 && chosen.speedUpInterval().lower() <= 1) {
      reason(
          "Not sure: the rates are not known well enough to tell %d workers from one. Measure"
              + " longer, or on a quieter machine.",
          chosen.workers());
    }
    return chosen.workers();
  }

  private WorkerRate fewest(WorkerRate best) {
    return evidence.rates().stream()
        .filter(level -> level.rate() >= ENOUGH * best.rate())
        .min(Comparator.comparingInt(WorkerRate::workers))
        .orElse(best);
  }

  private static WorkerRate best(List<WorkerRate> levels) {
    return levels.stream().max(Comparator.comparingDouble(WorkerRate::rate)).orElseThrow();
  }

  private void slice() {
    if (evidence.slice() < LONG_SLICE) {
      reason(
          "Slices of %d steps, as asked. Whole descents usually need fewer evaluations to a target when"
              + " several points are in flight.",
          evidence.slice());
      return;
    }
    double descent = evidence.profile().evaluationsPerDescent() * evidence.cost().mean();
    String pattern =
        descent > LONG_DESCENT
            ? "A descent lasts %s; slice(n) makes better points take over earlier, at more evaluations."
            : "Whole descents (the default slice): one lasts %s.";
    reason(pattern, CostProfile.time(descent));
  }

  private boolean relaxed(int workers) {
    double busy = workers * EXCHANGE / (evidence.stepNanos() * evidence.slice() + EXCHANGE);
    boolean relaxed = workers > 2 && evidence.slice() < LONG_SLICE && busy > LOCK_BUSY;
    reason(
        relaxed
            ? "Relaxed frontier: slices so short would keep the lock of an exact one busy."
            : "Exact frontier: %s hardly ever wait for its lock.",
        workers <= 2 ? "so few workers" : "slices so long");
    return relaxed;
  }

  private boolean split(int workers) {
    if (evidence.differentiable()) {
      reason("No differences to split: the problem has an analytic gradient.");
      return false;
    }
    String cost = CostProfile.time(evidence.cost().mean());
    boolean dear = evidence.cost().mean() >= SPLIT_PAYS && evidence.dimension() > 1;
    boolean idle = evidence.profile().live() < workers;
    if (!dear) {
      reason(
          "Differences are not worth splitting over threads: an evaluation takes only %s.", cost);
    } else if (idle) {
      reason(
          "Split differences over threads: only %d points live for %d workers, an evaluation takes %s.",
          evidence.profile().live(), workers, cost);
    } else {
      reason(
          "Differences need not be split over threads: the %d live points or more are enough work;"
              + " with fewer points than workers it pays at %s an evaluation.",
          evidence.profile().live(), cost);
    }
    return dear && idle;
  }

  private void safety() {
    if (evidence.safety().isUnsafe()) {
      reason(
          "The objective is not thread-safe: Problems.perWorker(MyObjective::new, box) gives each"
              + " worker one of its own (tune again then); Problem.of(objective, box).serial() has them"
              + " take turns, as was measured here.");
    } else if (evidence.safety() == ThreadSafety.NOT_REPEATABLE) {
      reason("Values do not repeat, so thread-safety could not be checked.");
    }
    if (evidence.cost().batch() == 1 && evidence.cost().tail() > HEAVY) {
      reason(
          "Heavy tail: one evaluation in 100 takes %.1f times the median or more; cancel and deadlines"
              + " wait for the evaluation at hand, up to %s seen.",
          evidence.cost().tail(), CostProfile.time(evidence.cost().max()));
    }
  }

  private void reason(String pattern, Object... values) {
    reasons.add(String.format(Locale.ROOT, pattern, values));
  }

  private String code(int workers, boolean relaxed) {
    String problem =
        evidence.safety().isUnsafe() ? "Problem.of(objective, box).serial()" : "problem";
    String slice =
        evidence.slice() == ThreadTuner.WHOLE_DESCENTS ? "" : ".slice(" + evidence.slice() + ")";
    return "Search.of(%s).workers(%d)%s%s.run();"
        .formatted(problem, workers, slice, relaxed ? ".relaxedFrontier()" : "");
  }
}
