package org.multidescent.bench.jmh;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;

/**
 * The engine's efficiency on a machine that is not quiet: runs of the engine and of the bare loop
 * in turn, compared by the processor's time, which other programs hardly change, and by the clock.
 */
public final class Efficiency {

  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final int WARM_UP = 2;

  private Efficiency() {}

  /**
   * Prints one line a setting.
   *
   * @param arguments rule, slice (0: whole descents), nanoseconds of a call, workers, calls, pairs
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
    int pairs = Integer.parseInt(arguments[5]);
    double[][] ratios = new double[4][pairs];
    double[] nanos = new double[pairs];
    double sum = 0;
    for (int pair = -WARM_UP; pair < pairs; pair++) {
      long[] free = now();
      sum += workload.bare(calls, Workload.FREE);
      long[] chained = now();
      sum += workload.bare(calls, Workload.CHAINED);
      long[] engine = now();
      workload.engine(calls, pair);
      long[] end = now();
      for (int clock = 0; pair >= 0 && clock < 2; clock++) {
        double time = end[clock] - engine[clock];
        ratios[clock][pair] = (chained[clock] - free[clock]) / time;
        ratios[2 + clock][pair] = (engine[clock] - chained[clock]) / time;
        nanos[pair] = clock == 0 ? time / calls : nanos[pair];
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-18s free %s (clock %s)  chained %s (clock %s)  engine ns/call %s%s%n",
        String.join(" ", Arrays.copyOf(arguments, 4)),
        quartiles(ratios[0]),
        quartiles(ratios[1]),
        quartiles(ratios[2]),
        quartiles(ratios[3]),
        quartiles(nanos),
        Double.isNaN(sum) ? " NaN" : "");
  }

  private static long[] now() {
    return new long[] {SYSTEM.getProcessCpuTime(), System.nanoTime()};
  }

  private static String quartiles(double[] values) {
    Arrays.sort(values);
    int last = values.length - 1;
    return String.format(
        Locale.ROOT,
        "%.2f [%.2f %.2f]",
        values[values.length / 2],
        values[last / 4],
        values[last - last / 4]);
  }
}
