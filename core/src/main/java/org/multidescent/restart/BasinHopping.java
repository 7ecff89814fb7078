package org.multidescent.restart;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Origin;
import org.multidescent.util.Require;

/**
 * A chain of optima: a descent begins beside the current one, all coordinates displaced, and what
 * it ends in becomes the current one if it is lower, or else with a probability that falls with the
 * difference (Wales and Doye, Global optimization by basin-hopping, J. Phys. Chem. A 101, 1997).
 *
 * <p>Implementation note. The step grows where the chain moves, or falls back to the same value,
 * and shrinks where it does not. The temperature is a part of the mean rise of the values that hops
 * found above those they left; falls do not count, as the first may be from a start that is no
 * optimum, nor rises that are small beside the mean, as to the same optimum turned round, nor what
 * exceeds ten times the mean. A new best optimum found in another way is where the chain goes on.
 */
final class BasinHopping {

  private static final double FIRST_STEP = 0.14;
  private static final double SHORTEST_STEP = 1e-3;
  private static final double LONGEST_STEP = 0.5;
  private static final double STEP_CHANGE = 1.05;
  private static final double TEMPERATURE = 0.25;
  private static final double MEMORY = 0.9;
  private static final double SAME = 0.05;
  private static final double OUTLYING = 10;

  private static final int NUMBERS = 5;

  private double @Nullable [] position;
  private double value;
  private long id;
  private double step = FIRST_STEP;

  /** The mean rise from an optimum to a neighbouring one that is higher; 0: not known. */
  private double usualRise;

  /** Returns how many numbers {@link #save} writes. */
  static int saved(int dimension) {
    return NUMBERS + dimension;
  }

  /** Tells whether a descent was a step of the chain. */
  static boolean isHop(Outcome outcome) {
    return outcome.origin() instanceof Origin.Perturbation perturbation
        && perturbation.kind().equals(Origin.Perturbation.CHAIN);
  }

  /**
   * Takes note of a descent that has ended.
   *
   * @param ended where; copied
   */
  void learn(Outcome outcome, boolean newBest, double[] ended, RandomGenerator random) {
    boolean hop = isHop(outcome);
    if (hop && outcome.optimum() >= 0) {
      double rise = outcome.value() - value;
      learnRise(rise);
      boolean accepted =
          rise <= 0 || random.nextDouble() < StrictMath.exp(-rise / (TEMPERATURE * usualRise));
      step =
          accepted
              ? Math.min(LONGEST_STEP, step * STEP_CHANGE)
              : Math.max(SHORTEST_STEP, step / STEP_CHANGE);
      if (accepted) {
        moveTo(outcome.optimum(), outcome.value(), ended);
      }
    } else if (newBest) {
      moveTo(outcome.optimum(), outcome.value(), ended);
    }
  }

  private void learnRise(double last) {
    if (usualRise == 0) {
      usualRise = Math.max(0, last);
    } else if (last > SAME * usualRise) {
      double bounded = Math.min(last, OUTLYING * usualRise);
      usualRise = MEMORY * usualRise + (1 - MEMORY) * bounded;
    }
  }

  private void moveTo(long optimum, double there, double[] ended) {
    id = optimum;
    value = there;
    position = ended.clone();
  }

  /** Begins a step from the current optimum; from the best, if there is none yet. */
  Perturbation hop(KnownOptimum best, SearchView view) {
    if (position == null) {
      moveTo(best.id(), best.value(), best.position());
    }
    return new Hop(id, Objects.requireNonNull(position), step, view);
  }

  void save(double[] saved, int offset) {
    double[] current = position;
    saved[offset] = current == null ? 0 : 1;
    saved[offset + 1] = value;
    saved[offset + 2] = id;
    saved[offset + 3] = step;
    saved[offset + 4] = usualRise;
    if (current != null) {
      System.arraycopy(current, 0, saved, offset + NUMBERS, current.length);
    }
  }

  void restore(double[] saved, int offset, int dimension) {
    int end = offset + saved(dimension);
    position = saved[offset] == 0 ? null : Arrays.copyOfRange(saved, offset + NUMBERS, end);
    value = saved[offset + 1];
    id = (long) saved[offset + 2];
    step = saved[offset + 3];
    usualRise = saved[offset + 4];
    Require.that(step >= SHORTEST_STEP && step <= LONGEST_STEP, "step", step, "0.001 to 0.5");
    for (int k = offset; k < end; k++) {
      Require.that(Double.isFinite(saved[k]), "chain", saved[k], "a finite number");
    }
  }

  /** One candidate; each coordinate displaced by at most a step, a fraction of the box. */
  private record Hop(long source, double[] position, double step, SearchView view)
      implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Perturbation(Origin.Perturbation.CHAIN, place);
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        double width = view.startUpper(i) - view.startLower(i);
        double moved = position[i] + step * width * (2 * random.nextDouble() - 1);
        u[i] = OptimumPerturbation.reflect(view, i, moved);
      }
    }
  }
}
