package org.multidescent.bench.jmh;

import java.util.Arrays;
import java.util.Locale;

/**
 * The engine's efficiency on a machine that is not quiet: runs of the bare loops, of the same
 * descents without an engine, and of the engine, in turn. Of each the fastest run counts: what
 * disturbs a run only makes it slower.
 */
public final class Efficiency {

  private static final int WARM_UP = 3;

  private Efficiency() {}

  /**
   * Prints one line a setting: nanoseconds a call, and the engine's rate over that of the others.
   *
   * @param arguments rule, slice (0: whole descents), nanoseconds of a call, workers, calls, rounds
   * @throws InterruptedException if interrupted
   */
  public static void main(String[] arguments) throws InterruptedException {
    Workload workload =
        new Workload(
            arguments[0],
            Integer.parseInt(arguments[1]),
            Long.parseLong(arguments[2]),
            Integer.parseInt(arguments[3]));
    long calls = Long.parseLong(arguments[4]);
    int rounds = Integer.parseInt(arguments[5]);
    double[] fastest = new double[4];
    Arrays.fill(fastest, Double.POSITIVE_INFINITY);
    double sum = 0;
    for (int round = -WARM_UP; round < rounds; round++) {
      long[] times = new long[5];
      times[0] = System.nanoTime();
      sum += workload.bare(calls, Workload.FREE);
      times[1] = System.nanoTime();
      sum += workload.bare(calls, Workload.CHAINED);
      times[2] = System.nanoTime();
      sum += workload.descents(calls, round);
      times[3] = System.nanoTime();
      workload.engine(calls, round);
      times[4] = System.nanoTime();
      for (int part = 0; round >= 0 && part < fastest.length; part++) {
        double nanos = (double) (times[part + 1] - times[part]) / calls;
        fastest[part] = Math.min(fastest[part], nanos);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-20s ns/call: free %.1f, chained %.1f, descents %.1f, engine %.1f;"
            + " engine over free %.3f, over chained %.3f, over descents %.3f%s%n",
        String.join(" ", Arrays.copyOf(arguments, 4)),
        fastest[0],
        fastest[1],
        fastest[2],
        fastest[3],
        fastest[0] / fastest[3],
        fastest[1] / fastest[3],
        fastest[2] / fastest[3],
        Double.isNaN(sum) ? " NaN" : "");
  }
}
