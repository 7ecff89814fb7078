package org.multidescent.restart;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;
import org.multidescent.report.Origin;

/**
 * Perturbations from the best optimum, steps of a chain of optima ({@link BasinHopping}), or fresh
 * starts, each as often as it has found a new best optimum.
 *
 * <p>Every kind of perturbation, and fresh starts, have a weight; one is chosen with a probability
 * proportional to it. A descent that ends moves the weight of its kind: up if it found a new best
 * optimum, else slowly down, to a floor that keeps every kind alive (probability matching, as in
 * adaptive operator selection). A search that has not improved for long, or that descents do not
 * help, also runs an evolution strategy now and then, see {@link EvolutionSchedule}, or
 * differential evolution near its best optimum, see {@link RecombinationSchedule}, and has that
 * optimum polished, see {@link PolishSchedule}. Where most descents end in optima already known,
 * fresh starts are spread, see {@link Repetition}; where starts in wells are told from all others,
 * nearly all decisions are for fresh starts, until one lies in a well not known yet.
 */
record PerturbationRestart(PerturbationSettings settings) implements RestartStrategy {

  @Override
  public Session open(int dimension) {
    return new PerturbationSession(settings, dimension);
  }

  /** One search's weights: those of the kinds of perturbations, then that of fresh starts. */
  private static final class PerturbationSession implements Session {

    private static final PerturbationKind[] KINDS = PerturbationKind.values();
    private static final int FRESH = KINDS.length;
    private static final int STAGNATION = FRESH + 1;
    private static final int EVOLUTION = STAGNATION + Stagnation.SAVED;
    private static final int RECOMBINATION = EVOLUTION + EvolutionSchedule.SAVED;
    private static final int POLISH = RECOMBINATION + RecombinationSchedule.SAVED;
    private static final int REPETITION = POLISH + PolishSchedule.SAVED;
    private static final int CHAIN = REPETITION + Repetition.SAVED;
    private static final double KEPT = 0.97;
    private static final double REWARD = 0.6;
    private static final double FLOOR = 0.15;

    /** In more coordinates the lowest of many candidates is the one that has moved least. */
    private static final double MOST_TELLING_COORDINATES = 16;

    /** Fresh starts are chosen so many times as often where they tell of new wells. */
    private static final double WELLS = 64;

    private static final double FRESH_FLOOR = 0.3;

    private final PerturbationSettings settings;
    private final int dimension;
    private final Stagnation stagnation = new Stagnation();
    private final EvolutionSchedule evolution = new EvolutionSchedule(stagnation);
    private final RecombinationSchedule recombination = new RecombinationSchedule(stagnation);
    private final PolishSchedule polish = new PolishSchedule(stagnation);
    private final BasinHopping chain = new BasinHopping();
    private final Repetition repetition = new Repetition();
    private final double[] weights = new double[KINDS.length + 1];

    PerturbationSession(PerturbationSettings settings, int dimension) {
      this.dimension = dimension;
      this.settings = settings;
      double perturbations = 0;
      for (PerturbationKind kind : KINDS) {
        weights[kind.ordinal()] = kind.firstWeight(dimension);
        perturbations += kind == PerturbationKind.CHAIN ? 0 : kind.firstWeight(dimension);
      }
      weights[FRESH] = perturbations * (1 - settings.share()) / settings.share();
    }

    @Override
    public Next next(Outcome outcome, SearchView view) {
      RandomGenerator random = view.random();
      learn(outcome, isNewBest(outcome, view), view.ended(), random);
      List<KnownOptimum> best = view.best(settings.parents());
      if (view.isNoisy() && settings.evolution() && !best.isEmpty()) {
        return evolution.isPossible(dimension)
            ? new Next.Perturb(evolution.begin(best.get(0), view))
            : new Next.Fresh(fresh(outcome, random));
      }
      return decide(best, fresh(outcome, random), view);
    }

    @Override
    public Next afterGeneration(Generation generation, SearchView view) {
      List<KnownOptimum> best = view.best(settings.parents());
      double lowest = best.isEmpty() ? Double.POSITIVE_INFINITY : best.get(0).value();
      RunShare share = share(generation.origin());
      if (share != null) {
        add(share.learn(generation, lowest), false);
      }
      return decide(best, settings.fresh(), view);
    }

    private Next decide(List<KnownOptimum> best, int fresh, SearchView view) {
      if (view.hasNewWell()) {
        return new Next.Fresh(0);
      }
      RandomGenerator random = view.random();
      for (int run = 0; run < view.pausedRuns(); run++) {
        RunShare share = share(view.pausedRun(run));
        if (best.isEmpty() || share != null && share.hasTurn()) {
          return new Next.Resume(run);
        }
      }
      if (!best.isEmpty() && polish.isDue(best.get(0), view)) {
        return new Next.Perturb(polish.begin(best.get(0), view));
      }
      if (settings.evolution() && !best.isEmpty() && evolution.isDue(dimension)) {
        return new Next.Perturb(evolution.begin(best.get(0), view));
      }
      if (settings.evolution() && !best.isEmpty() && recombination.isDue(dimension)) {
        return new Next.Perturb(recombination.begin(best.get(0)));
      }
      int examined = view.tellsWells() ? 0 : repetition.examined(dimension);
      if (examined > 0) {
        return new Next.Fresh(examined);
      }
      int chosen = best.isEmpty() ? FRESH : choose(best.size(), view.tellsWells(), random);
      if (chosen == FRESH) {
        return new Next.Fresh(view.tellsWells() ? fresh : repetition.starts(fresh, dimension));
      }
      if (chosen == PerturbationKind.CHAIN.ordinal()) {
        return new Next.Perturb(chain.hop(best.get(0), view));
      }
      return new Next.Perturb(
          OptimumPerturbation.draw(KINDS[chosen], best, view, candidates(), random));
    }

    /** Returns how many candidates a perturbation has: fewer where there are many coordinates. */
    private int candidates() {
      double share = Math.min(1, MOST_TELLING_COORDINATES / dimension);
      return (int) Math.max(1, Math.round(share * settings.candidates()));
    }

    /**
     * Returns how many fresh starts there are at least: any number after a descent that ended for
     * want of a value, so that failures which come regularly are not met each time at the same call
     * of a descent.
     */
    private int fresh(Outcome outcome, RandomGenerator random) {
      return outcome.stall() == Stall.NOT_FINITE
          ? 1 + random.nextInt(settings.fresh())
          : settings.fresh();
    }

    @Override
    public boolean prefersDistantStarts() {
      return repetition.prefersDistantStarts();
    }

    /** Returns the share of a kind of runs of many generations; null if the origin is no such. */
    private @Nullable RunShare share(Origin origin) {
      if (RecombinationSchedule.isRun(origin)) {
        return recombination.share();
      }
      return EvolutionSchedule.isRun(origin) ? evolution.share() : null;
    }

    private void learn(Outcome outcome, boolean newBest, double[] ended, RandomGenerator random) {
      RunShare share = share(outcome.origin());
      if (share == null) {
        add(outcome.evaluations(), newBest);
        evolution.learn(outcome, dimension);
      } else {
        add(share.count(outcome.evaluations()), newBest);
        share.end(newBest);
      }
      polish.learn(outcome);
      repetition.learn(outcome);
      chain.learn(outcome, newBest, ended, random);
      PerturbationKind kind =
          outcome.origin() instanceof Origin.Perturbation perturbation
              ? PerturbationKind.labelled(perturbation.kind())
              : null;
      if (kind != null) {
        reward(kind.ordinal(), FLOOR * kind.firstWeight(dimension), newBest);
      } else if (share == null && !PolishSchedule.isPolish(outcome)) {
        reward(FRESH, FRESH_FLOOR, newBest);
      }
    }

    private void add(double made, boolean newBest) {
      stagnation.add(made, newBest);
      recombination.add(made, dimension);
    }

    private void reward(int kind, double floor, boolean newBest) {
      weights[kind] = Math.max(floor, newBest ? weights[kind] + REWARD : KEPT * weights[kind]);
    }

    private static boolean isNewBest(Outcome outcome, SearchView view) {
      return outcome.isNew() && view.best(1).get(0).id() == outcome.optimum();
    }

    /** Draws a kind by weight. */
    private int choose(int optima, boolean wells, RandomGenerator random) {
      double sum = 0;
      for (int kind = 0; kind < weights.length; kind++) {
        sum += weight(kind, optima, wells);
      }
      double pick = random.nextDouble() * sum;
      for (int kind = 0; kind < FRESH; kind++) {
        pick -= weight(kind, optima, wells);
        if (pick < 0) {
          return kind;
        }
      }
      return FRESH;
    }

    /** A cross, and a mean that is of more than two, need three optima. */
    private double weight(int kind, int optima, boolean wells) {
      if (kind == FRESH) {
        return (wells ? WELLS : repetition.weight()) * weights[FRESH];
      }
      boolean ofMany =
          kind == PerturbationKind.CROSS.ordinal() || kind == PerturbationKind.CENTRE.ordinal();
      return ofMany && optima < 3 ? 0 : weights[kind];
    }

    @Override
    public double[] save() {
      double[] saved = Arrays.copyOf(weights, CHAIN + BasinHopping.saved(dimension));
      stagnation.save(saved, STAGNATION);
      evolution.save(saved, EVOLUTION);
      recombination.save(saved, RECOMBINATION);
      polish.save(saved, POLISH);
      repetition.save(saved, REPETITION);
      chain.save(saved, CHAIN);
      return saved;
    }

    @Override
    public void restore(double[] saved) {
      int expected = CHAIN + BasinHopping.saved(dimension);
      if (saved.length != expected) {
        throw new IllegalArgumentException(
            "restart: %d numbers (expected: %d)".formatted(saved.length, expected));
      }
      System.arraycopy(saved, 0, weights, 0, weights.length);
      stagnation.restore(saved, STAGNATION);
      evolution.restore(saved, EVOLUTION);
      recombination.restore(saved, RECOMBINATION);
      polish.restore(saved, POLISH);
      repetition.restore(saved, REPETITION);
      chain.restore(saved, CHAIN, dimension);
    }
  }
}
