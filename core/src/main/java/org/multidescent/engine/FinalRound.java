package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.Backoff;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.settings.Reserve;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.problem.Evaluator;
import org.multidescent.report.Counts;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Result;

/**
 * What the workers of a search of a noisy objective do at its end: they evaluate the candidates for
 * the best position again, with evaluations kept for that, and choose one.
 *
 * <p>Candidates are the best optima, the points that had not stalled, and the positions with the
 * lowest single values. Half of the evaluations go to rounds in each of which all candidates that
 * are left get the same number, and the better half by mean goes on (sequential halving: Karnin,
 * Koren, Somekh 2013); of the last the one with the lowest {@link Estimate#upper} is chosen. The
 * other half is made there, and they alone make the estimate that is reported: an estimate is not
 * chosen for being low.
 *
 * <p>Implementation note. The worker that ends last collects the candidates; then all claim
 * evaluations one by one. The worker that completes the last of a round begins the next: the
 * outcome depends on the values alone, and all others wait. A search that is cancelled, or out of
 * time, goes no further and reports what is known by then.
 */
final class FinalRound {

  private static final int OPTIMA = 16;
  private static final int LAST = 3;

  private final EngineState state;
  private final Schedule schedule;
  private final AtomicInteger missing;
  private final AtomicLong evaluations = new AtomicLong();
  private List<Candidate> left = List.of();
  private long reserve;
  private int rounds;
  private volatile @Nullable SampleRound current;
  private volatile boolean over;
  private volatile Result.@Nullable Best best;

  FinalRound(EngineState state, Schedule schedule) {
    this.state = state;
    this.schedule = schedule;
    this.missing = new AtomicInteger(state.settings().execution().workers());
  }

  /** Returns the chosen position; null if the objective is not noisy, or nothing is known. */
  Result.@Nullable Best best() {
    return best;
  }

  /** Returns what was evaluated here. */
  Counts counts() {
    return Counts.of(evaluations.get(), 0, 0);
  }

  /** Tells that a worker never began. */
  void absent() {
    if (missing.decrementAndGet() == 0) {
      begin();
    }
  }

  /** Has a worker that has left its task take part, until one position is chosen. */
  void join(Evaluator evaluator) {
    if (missing.decrementAndGet() == 0) {
      begin();
    }
    Backoff pause = new Backoff();
    while (!over && !state.termination().isCutShort()) {
      SampleRound round = current;
      if (round == null || !round.work(evaluator, evaluations)) {
        pause.once();
      } else if (round.isComplete() && round == current && round.claimsEnd()) {
        end(round);
        pause.reset();
      }
    }
  }

  private void begin() {
    if (state.noise().isKnown()) {
      left = candidates();
      reserve = left.isEmpty() || state.termination().isCutShort() ? 0 : reserve();
      best = best(Candidate.lowest(left));
      left = left.subList(0, (int) Math.min(left.size(), Math.max(1, reserve / 4)));
      rounds = 32 - Integer.numberOfLeadingZeros((left.size() - 1) / LAST);
      if (reserve > 0) {
        next();
        return;
      }
    }
    over = true;
  }

  /** Returns how many evaluations may be made. */
  private long reserve() {
    SearchSettings settings = state.settings();
    long used = schedule.evaluations();
    long budget = settings.budget().evaluations();
    long wanted = Reserve.of(budget == Long.MAX_VALUE ? used : budget);
    return Math.min(wanted, budget - used);
  }

  private void next() {
    boolean choosing = left.size() > 1;
    long share = choosing ? reserve / 2 / Math.max(1, rounds) : reserve;
    int each = (int) Math.max(1, Math.min(share / left.size(), Integer.MAX_VALUE / left.size()));
    current = new SampleRound(state.settings(), left, each, reserve);
  }

  /** Ends a round whose evaluations are complete; by one thread. */
  private void end(SampleRound round) {
    reserve -= (long) round.each() * left.size();
    if (left.size() == 1) {
      Candidate chosen = left.get(0);
      best = best(chosen.with(round.estimate(0)));
      over = true;
      return;
    }
    List<Candidate> sampled = new ArrayList<>();
    for (int k = 0; k < left.size(); k++) {
      sampled.add(left.get(k).with(round.estimate(k)));
    }
    rounds--;
    if (rounds > 0) {
      sampled.sort((a, b) -> Double.compare(a.estimate().mean(), b.estimate().mean()));
      left = List.copyOf(sampled.subList(0, (left.size() + 1) / 2));
    } else {
      left = List.of(Candidate.lowest(sampled));
      best = best(left.get(0));
    }
    over = reserve < left.size();
    if (!over) {
      next();
    }
  }

  private List<Candidate> candidates() {
    List<Candidate> found = new ArrayList<>();
    for (Optimum optimum : state.coordinator().bestOptima(OPTIMA)) {
      Candidate.add(found, optimum.x(), optimum.estimate());
    }
    schedule.offer((u, value) -> Candidate.add(found, u, Estimate.single(value)));
    return found;
  }

  private Result.@Nullable Best best(@Nullable Candidate chosen) {
    if (chosen == null) {
      return null;
    }
    WorkingCoordinates coordinates = state.settings().path().coordinates();
    double[] x = new double[coordinates.dimension()];
    coordinates.toProblem(chosen.u(), 0, x, 0);
    return new Result.Best(x, chosen.estimate(), state.settings().problem().bounds());
  }
}
