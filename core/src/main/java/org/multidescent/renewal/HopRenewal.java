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

    private final HopSettings settings;
    private static final int B = Integer.getInteger("bins", 1);
    private static final double LEAST = Double.parseDouble(System.getProperty("least", "0.15"));
    private final double[] weights = new double[2 * B + 1]; { java.util.Arrays.fill(weights, 1.0); for (int i = 0; i < 2 * B; i++) weights[i] = 1.0 / B; }
 private final java.util.HashMap<Long,Integer> arms = new java.util.HashMap<>();

    HopSession(HopSettings settings) {
      this.settings = settings;
    }

    @Override
    public Next next(Outcome outcome, Outlook outlook) {
      learn(outcome, outlook);
      RandomGenerator random = outlook.random();
      List<Site> best = outlook.best(settings.parents());
      double total = 0; for (double w : weights) total += w;
      boolean goFresh = F0 > 0 ? random.nextDouble() * (total + freshWeight) >= total : random.nextDouble() >= settings.share();
      if (best.isEmpty() || goFresh) {
        return new Next.Fresh(settings.fresh());
      }
      return new Next.Leap(draw(best, outlook, random));
    }

    private static final double F0 = Double.parseDouble(System.getProperty("f0", "0"));
    private static final double FL = Double.parseDouble(System.getProperty("fl", "0.3"));
    private static final double FR = Double.parseDouble(System.getProperty("fr", "0.6"));
    private double freshWeight = F0;
    private void learn(Outcome outcome, Outlook outlook) {
      if (outcome.origin() instanceof Origin.Start) {
        boolean improved = outcome.discovery() && outlook.best(1).get(0).id() == outcome.optimum();
        freshWeight = Math.max(FL, KEPT * freshWeight + (improved ? FR : 0));
      }
      if (outcome.origin() instanceof Origin.Hop hop) {
        Integer kk = arms.remove(hop.stream()); int kind = kk == null ? 0 : kk; double least = kind < 2 * B ? LEAST / B : LEAST;
        boolean improved = outcome.discovery() && outlook.best(1).get(0).id() == outcome.optimum();
        weights[kind] = Math.max(least, KEPT * weights[kind] + (improved ? REWARD : 0));
      }
    }

    private Hop draw(List<Site> best, Outlook outlook, RandomGenerator random) {
      int count = best.size() < 3 ? 2 * B : 2 * B + 1;
      double sum = 0;
      for (int kind = 0; kind < count; kind++) {
        sum += weights[kind];
      }
      double pick = random.nextDouble() * sum;
      int kind = 0;
      while (kind < count - 1 && pick >= weights[kind]) {
        pick -= weights[kind++];
      }
      arms.put(outlook.number(), kind);
      HopKind k = kind < B ? HopKind.GAUSS : kind < 2 * B ? HopKind.COORDINATE : HopKind.CROSS;
      double size = (kind % B + random.nextDouble()) / B;
      return new SiteHop(k, best, outlook, settings.candidates(), size);
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
