package org.multidescent.renewal;

import java.util.List;
import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;

/**
 * Hops from the best optimum, or fresh starts, each as often as it has found a new best optimum.
 *
 * <p>Every kind of hop, and fresh starts, have a weight; one is chosen with a probability
 * proportional to it. A descent that ends moves the weight of its kind: up if it found a new best
 * optimum, else slowly down, to a floor that keeps every kind alive (probability matching, as in
 * adaptive operator selection).
 */
record HopRenewal(HopSettings settings) implements Renewal {

  @Override
  public Session open(int dimension) {
    return new HopSession(settings);
  }

  /** One search's weights: those of the kinds of hops, then that of fresh starts. */
  private static final class HopSession implements Session {

    private static final HopKind[] KINDS = HopKind.values();
    private static final int FRESH = KINDS.length;
    private static final double KEPT = 0.97;
    private static final double REWARD = 0.6;
    private static final double FLOOR = 0.15;
    private static final double FRESH_FLOOR = 0.3;

    private final HopSettings settings;
    private final double[] weights = new double[KINDS.length + 1];

    HopSession(HopSettings settings) {
      this.settings = settings;
      double hops = 0;
      for (HopKind kind : KINDS) {
        weights[kind.ordinal()] = kind.firstWeight();
        hops += kind.firstWeight();
      }
      weights[FRESH] = hops * (1 - settings.share()) / settings.share();
    }

    @Override
    public Next next(Outcome outcome, Outlook outlook) {
      total += outcome.calls(); since += outcome.calls();
      boolean evo = outcome.origin() instanceof Origin.Hop h && h.kind().equals("evolution");
      if (evo) spent += outcome.calls();
      if (isNewBest(outcome, outlook)) { since = 0; }
      if (evo) { running = false; rho = isNewBest(outcome, outlook) ? Math.min(RMAX, rho * UP) : Math.max(RMIN, rho * DOWN); return next2(outcome, outlook, false); }
      int d = outlook.best(1).isEmpty() ? 0 : outlook.best(1).get(0).position().length;
      if (d > 0 && RHO > 0 && !running && total > T0 * d && spent <= rho * total && since > ST * total) {
        running = true; runs++;
        int lambda = (int) ((4 + (int) (3 * Math.log(d))) * Math.pow(2, (runs - 1) % 9));
        return new Next.Leap(new Hop() {
          public String kind() { return "evolution"; }
          public long source() { return outlook.best(1).get(0).id(); }
          public int candidates() { return 1; }
          public int population() { return lambda; }
          public void propose(RandomGenerator r, double[] u) { for (int i = 0; i < u.length; i++) u[i] = outlook.boxLower(i) + r.nextDouble() * (outlook.boxUpper(i) - outlook.boxLower(i)); }
        });
      }
      return next2(outcome, outlook, true);
    }
    private double rho = RHO; private static final double RMAX = Double.parseDouble(System.getProperty("rmax","0.6")), RMIN = Double.parseDouble(System.getProperty("rmin","0.1")), UP = Double.parseDouble(System.getProperty("up","1")), DOWN = Double.parseDouble(System.getProperty("down","1"));
    private long total, since, spent; private boolean running; private int runs;
    private static final double RHO = Double.parseDouble(System.getProperty("rho","0")), T0 = Double.parseDouble(System.getProperty("t0","100")), ST = Double.parseDouble(System.getProperty("st","0"));
    private Next next2(Outcome outcome, Outlook outlook, boolean l) {
      if (l)
      learn(outcome, outlook);
      List<Site> best = outlook.best(settings.parents());
      RandomGenerator random = outlook.random();
      int chosen = best.isEmpty() ? FRESH : choose(best.size(), random);
      if (chosen == FRESH) {
        return new Next.Fresh(settings.fresh());
      }
      return new Next.Leap(
          SiteHop.draw(KINDS[chosen], best, outlook, settings.candidates(), random));
    }

    private void learn(Outcome outcome, Outlook outlook) {
      boolean hopped = outcome.origin() instanceof Origin.Hop;
      int kind =
          outcome.origin() instanceof Origin.Hop hop
              ? HopKind.labelled(hop.kind()).ordinal()
              : FRESH;
      double floor = hopped ? FLOOR * KINDS[kind].firstWeight() : FRESH_FLOOR;
      double reward = isNewBest(outcome, outlook) ? REWARD : 0;
      weights[kind] = Math.max(floor, KEPT * weights[kind] + reward);
    }

    private static boolean isNewBest(Outcome outcome, Outlook outlook) {
      return outcome.discovery() && outlook.best(1).get(0).id() == outcome.optimum();
    }

    /** Draws a kind by weight; a cross needs three optima. */
    private int choose(int optima, RandomGenerator random) {
      double sum = 0;
      for (int kind = 0; kind < weights.length; kind++) {
        sum += weight(kind, optima);
      }
      double pick = random.nextDouble() * sum;
      for (int kind = 0; kind < FRESH; kind++) {
        pick -= weight(kind, optima);
        if (pick < 0) {
          return kind;
        }
      }
      return FRESH;
    }

    private double weight(int kind, int optima) {
      return kind == HopKind.CROSS.ordinal() && optima < 3 ? 0 : weights[kind];
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
