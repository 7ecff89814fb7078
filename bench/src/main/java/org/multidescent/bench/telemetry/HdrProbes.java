package org.multidescent.bench.telemetry;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.HdrHistogram.Histogram;
import org.multidescent.report.Probe;

/**
 * Gives each worker of a search a probe that fills histograms, and merges them for a reader while
 * the search runs: {@code Search.probes(probes)}. Workers write without a lock and never wait; the
 * reader's methods may be called from any thread. One object serves one search, or several whose
 * durations are to be added up.
 */
public final class HdrProbes implements IntFunction<Probe> {

  private final List<HdrProbe> probes = new CopyOnWriteArrayList<>();

  @Override
  public Probe apply(int worker) {
    HdrProbe probe = new HdrProbe();
    probes.add(probe);
    return probe;
  }

  /** Returns the latency of evaluations so far, in nanoseconds, weighted; a copy. */
  public Histogram evaluations() {
    return merged(HdrProbe.EVALUATIONS);
  }

  /** Returns the latency of slices so far, in nanoseconds, weighted; a copy. */
  public Histogram slices() {
    return merged(HdrProbe.SLICES);
  }

  /** Returns the latency of looks at the frontier so far, in nanoseconds, weighted; a copy. */
  public Histogram polls() {
    return merged(HdrProbe.POLLS);
  }

  private Histogram merged(int kind) {
    Histogram all = HdrProbe.newHistogram();
    for (HdrProbe probe : probes) {
      probe.addTo(all, kind);
    }
    return all;
  }
}
