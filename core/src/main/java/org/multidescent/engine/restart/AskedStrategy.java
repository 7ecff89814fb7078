package org.multidescent.engine.restart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.checkpoint.SavedRestart;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.random.RandomStream;
import org.multidescent.report.CheckpointException;
import org.multidescent.restart.Next;
import org.multidescent.restart.RestartStrategy;

/**
 * The restart strategy at work in one search, and the runs of an evolution strategy that wait for
 * it to resume them. All but the number of decisions belongs to the coordinator's lock.
 */
final class AskedStrategy {

  private final SearchSettings settings;
  private final NoiseState noise;
  private final RestartStrategy.Session session;
  private final AtomicLong decisions = new AtomicLong();
  private final List<LivePoint> runs = new ArrayList<>();

  AskedStrategy(SearchSettings settings, NoiseState noise) {
    this.settings = settings;
    this.noise = noise;
    RestartStrategy.Session opened = settings.path().restart().open(settings.problem().dimension());
    this.session = Objects.requireNonNull(opened, "restart: opened null (expected: a session)");
  }

  RestartStrategy.Session session() {
    return session;
  }

  /** Returns the runs of an evolution strategy that wait. */
  List<LivePoint> runs() {
    return runs;
  }

  /** Returns how many decisions were made. */
  long decisions() {
    return decisions.get();
  }

  /** Counts a decision; returns how many were made before. */
  long next() {
    return decisions.getAndIncrement();
  }

  /** Goes on from a checkpoint. */
  void restore(SavedRestart saved) {
    decisions.set(saved.decisions());
    try {
      session.restore(saved.session());
    } catch (RuntimeException foreign) {
      throw new CheckpointException("restart: cannot go on from the checkpoint: " + foreign);
    }
  }

  /**
   * Asks what is to be done.
   *
   * @param ended where the descent ended that the decision follows
   * @param at the evaluations the whole search has made
   */
  RestartDecision ask(
      BiFunction<RestartStrategy.Session, RestartView, Next> question,
      Catalogue catalogue,
      ComparedStarts starts,
      double[] ended,
      long at) {
    long number = next();
    RandomStream random = new RandomStream(settings.path().seed(), RandomStreams.DECISIONS, number);
    long budget = settings.searchEvaluations();
    double left = budget == Long.MAX_VALUE ? 1 : Math.max(0, 1 - (double) at / budget);
    RestartView view =
        new RestartView(
            catalogue.best(),
            ended,
            catalogue.size(),
            left,
            noise.isKnown(),
            starts,
            runs,
            random,
            settings.path().coordinates());
    Next next;
    try {
      next = question.apply(session, view);
    } catch (Throwable failure) {
      throw new ComponentFailure("the restart strategy failed", failure);
    }
    if (next == null) {
      throw ComponentFailure.broken(
          "the restart strategy failed: it decided null (expected: what comes next)");
    }
    return new RestartDecision(
        next, number, next instanceof Next.Resume resume ? resumed(resume) : null);
  }

  private LivePoint resumed(Next.Resume resume) {
    if (resume.run() >= runs.size()) {
      throw ComponentFailure.broken(
          "the restart strategy failed: it decided to resume (expected: while a run waits)");
    }
    return runs.remove(resume.run());
  }
}
