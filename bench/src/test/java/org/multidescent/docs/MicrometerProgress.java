package org.multidescent.docs;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.multidescent.report.Progress;

/** Publishes a running search: {@code new MicrometerProgress(running::progress, "fit")}. */
public final class MicrometerProgress implements MeterBinder {

  private final Supplier<Progress> progress;
  private final Tags tags;

  /** Takes snapshots from {@code Running.progress()}; each meter is tagged with the name. */
  public MicrometerProgress(Supplier<Progress> progress, String search) {
    this.progress = progress;
    this.tags = Tags.of("search", search);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    FunctionCounter.builder("multidescent.evaluations", progress, now -> now.get().evaluations())
        .description("Of the objective and of its gradient")
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("multidescent.steps", progress, now -> now.get().steps())
        .tags(tags)
        .register(registry);
    FunctionCounter.builder("multidescent.stalls", progress, now -> now.get().stalls())
        .tags(tags)
        .register(registry);
    Gauge.builder("multidescent.best", () -> progress.get().best())
        .description("The lowest value so far")
        .tags(tags)
        .register(registry);
    Gauge.builder("multidescent.optima", () -> progress.get().optima())
        .tags(tags)
        .register(registry);
    Gauge.builder("multidescent.live", () -> progress.get().live()).tags(tags).register(registry);
    Gauge.builder("multidescent.idle", () -> progress.get().rates().idle())
        .description("Share of the workers' time without a point")
        .tags(tags)
        .register(registry);
    TimeGauge.builder(
            "multidescent.since.best",
            () -> progress.get().rates().sinceBest().toNanos(),
            TimeUnit.NANOSECONDS)
        .description("Time since the best value was found")
        .tags(tags)
        .register(registry);
  }
}
