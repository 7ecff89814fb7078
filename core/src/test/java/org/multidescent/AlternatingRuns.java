package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;
import org.multidescent.restart.Generation;
import org.multidescent.restart.Next;
import org.multidescent.restart.Outcome;
import org.multidescent.restart.Perturbation;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.restart.SearchView;

/** Runs from random positions; a start descends after each second generation. */
final class AlternatingRuns implements RestartStrategy {

  @Override
  public Session open(int dimension) {
    return new Session() {

      private long asked;

      @Override
      public Next next(Outcome outcome, SearchView view) {
        asked++;
        if (view.pausedRuns() > 1 || view.pausedRuns() == 1 && asked % 3 > 0) {
          return new Next.Resume(view.pausedRuns() - 1);
        }
        return new Next.Perturb(new Run());
      }

      @Override
      public Next afterGeneration(Generation generation, SearchView view) {
        assertThat(view.pausedRuns()).isPositive();
        assertThat(generation.evaluations()).isPositive();
        return ++asked % 2 == 0 ? new Next.Fresh(1) : Next.RESUME;
      }

      @Override
      public double[] save() {
        return new double[] {asked};
      }

      @Override
      public void restore(double[] saved) {
        asked = (long) saved[0];
      }
    };
  }

  /** One candidate, anywhere in the box. */
  private record Run() implements Perturbation {

    @Override
    public long source() {
      return 0;
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      for (int i = 0; i < u.length; i++) {
        u[i] = random.nextDouble(-5, 5);
      }
    }

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return place.stream() % 2 == 0
          ? new Origin.RecombinationRun(place)
          : new Origin.EvolutionRun(12, place);
    }
  }
}
