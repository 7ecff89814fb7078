package org.multidescent.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Optimum;
import org.multidescent.report.Probe;
import org.multidescent.report.Progress;

/**
 * Who is told what while a search runs.
 *
 * @param interval time between two reports of progress
 * @param progress takes them; null for nobody
 * @param optimum takes each new local optimum; null for nobody
 * @param probes gives each worker, counted from 0, its probe; null for none
 */
public record Listeners(
    Duration interval,
    @Nullable Consumer<? super Progress> progress,
    @Nullable Consumer<? super Optimum> optimum,
    @Nullable IntFunction<? extends Probe> probes) {

  /** Returns a timing for each worker, none if neither a probe nor progress wants them. */
  List<Timing> timings(int workers) {
    List<Timing> timings = new ArrayList<>();
    if (progress != null || probes != null) {
      for (int i = 0; i < workers; i++) {
        timings.add(new Timing(i, probes == null ? null : probe(probes, i)));
      }
    }
    return List.copyOf(timings);
  }

  private static Probe probe(IntFunction<? extends Probe> probes, int worker) {
    return Objects.requireNonNull(
        probes.apply(worker), "probes: gave null for worker " + worker + " (expected: a probe)");
  }
}
