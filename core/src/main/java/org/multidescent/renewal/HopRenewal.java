package org.multidescent.renewal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/** Hops from the best optimum most of the time, else fresh starts. */
record HopRenewal(HopSettings settings) implements Renewal {

  @Override
  public Session open(int dimension) {
    return new HopSession(settings);
  }

  /** One search's hops: the kinds' weights follow what has improved. */
  private static final class HopSession implements Session {

    private static final double KEPT = 0.97;
    private static final double REWARD = 0.6;
    private static final double LEAST = 0.15;

    private final HopSettings settings;
    private final double[] weights = {1, 1, 1};

    HopSession(HopSettings settings) {
      this.settings = settings;
    }

    @Override
    public Next next(Outcome outcome, Outlook outlook) {
      learn(outcome, outlook);
      RandomGenerator random = outlook.random();
      List<Site> best = outlook.best(settings.parents());
      if (best.isEmpty() || random.nextDouble() >= settings.share()) {
        return new Next.Fresh(settings.fresh());
      }
      return new Next.Leap(draw(best, outlook, random));
    }

    private void learn(Outcome outcome, Outlook outlook) {
      if (outcome.origin() instanceof Origin.Hop hop) {
        int kind = HopKind.valueOf(hop.kind().toUpperCase(java.util.Locale.ROOT)).ordinal();
        boolean improved = outcome.discovery() && outlook.best(1).get(0).id() == outcome.optimum();
        weights[kind] = Math.max(LEAST, KEPT * weights[kind] + (improved ? REWARD : 0));
      }
    }

    private Hop draw(List<Site> best, Outlook outlook, RandomGenerator random) {
      int count = best.size() < 3 ? 2 : 3;
      double sum = 0;
      for (int kind = 0; kind < count; kind++) {
        sum += weights[kind];
      }
      double pick = random.nextDouble() * sum;
      int kind = 0;
      while (kind < count - 1 && pick >= weights[kind]) {
        pick -= weights[kind++];
      }
      return new SiteHop(HopKind.values()[kind], best, outlook, settings.candidates(), random.nextDouble());
    }

    @Override
    public double[] save() {
      return weights.clone();
    }

    @Override
    public void restore(double[] saved) {
      System.arraycopy(saved, 0, weights, 0, weights.length);
    }
  }
}
