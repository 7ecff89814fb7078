package org.multidescent;

import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.descent.Descent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.settings.PathSettings;
import org.multidescent.engine.settings.StartSettings;
import org.multidescent.learning.SampledSteps;
import org.multidescent.problem.Problem;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** What a user has chosen of that which decides the path of a search; the rest at its default. */
final class ChosenPath implements Cloneable {

  private static final int SAMPLE = 1024;
  private static final int BRACKET = 6;
  private static final int MOST_COMPARED = 64;

  /** Where there is a gradient, more would cost a good part of what a descent does. */
  private static final int MOST_BESIDE_GRADIENT = 16;

  long seed;
  Starts starts;
  int initialStarts;
  int firstStarts;
  Descent descent;
  boolean unitBox = true;

  /** Null: the one that suits the problem and the starts. */
  private @Nullable RestartStrategy restart;

  private final boolean sampled;
  double coarseShare;
  int slice = Integer.MAX_VALUE;
  int lanes;

  ChosenPath(Problem problem) {
    sampled = problem.isSampled();
    coarseShare = problem.isConstrained() ? 0.8 : 0.3;
    descent = sampled ? SampledSteps.descent() : Descent.standard(problem);
    starts = sampled ? Starts.nearCentre(Starts.sobol()) : Starts.centred(Starts.sobol());
  }

  void restart(RestartStrategy strategy) {
    restart = strategy;
  }

  RestartStrategy restart() {
    RestartStrategy chosen = restart;
    return chosen != null
        ? chosen
        : sampled
            ? RestartStrategy.brackets(initialStarts > 0 ? initialStarts : BRACKET)
            : RestartStrategy.perturbations(PerturbationSettings.STANDARD);
  }

  ChosenPath copy() {
    try {
      return (ChosenPath) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Takes over what a checkpoint tells of the path; its other parts must be set as they were. */
  void resume(Snapshot snapshot) {
    Snapshot.Numbers numbers = snapshot.settings();
    seed = numbers.seed();
    initialStarts = numbers.initialStarts();
    firstStarts = numbers.firstStarts();
    coarseShare = numbers.coarseShare();
    slice = numbers.slice();
    unitBox = numbers.unitBox();
    lanes = snapshot.lanes();
  }

  /** Returns the settings of a search for the minimum of a problem. */
  PathSettings settings(Problem problem, ChosenExecution execution) {
    descent.requireRoom(problem.dimension());
    return new PathSettings(
        problem,
        unitBox ? WorkingCoordinates.unitBox(problem) : WorkingCoordinates.none(problem),
        seed,
        starts(problem, execution),
        descent,
        coarseShare,
        restart(),
        slice,
        lanes);
  }

  /** Returns how many starts are compared unless the user has said how many. */
  private static int compared(Problem problem) {
    int most = problem.isDifferentiable() ? MOST_BESIDE_GRADIENT : MOST_COMPARED;
    return (int) Math.min(most, 2L * problem.dimension());
  }

  private StartSettings starts(Problem problem, ChosenExecution execution) {
    int standard = sampled ? BRACKET : problem.isConstrained() ? 1 : compared(problem);
    int atOnce = sampled ? 1 : lanes > 0 ? lanes : execution.workers;
    int sample = initialStarts > 0 ? Math.min(initialStarts, SAMPLE) : standard;
    int initial = initialStarts > 0 ? initialStarts : Math.max(atOnce, standard);
    return new StartSettings(
        descent.steps().variants() > 1
            ? Starts.repeated(starts, descent.steps().variants())
            : starts,
        initial,
        initialStarts > 0
            ? Math.min(firstStarts, initialStarts)
            : sampled || problem.isBatch() ? initial : 1,
        execution.resumed == null ? sample : execution.resumed.settings().sample());
  }
}
