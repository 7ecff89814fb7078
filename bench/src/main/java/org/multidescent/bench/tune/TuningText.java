package org.multidescent.bench.tune;

import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.bench.statistics.Interval;

/** A tuner's report in Markdown. */
final class TuningText {

  private static final double SHARED = 0.9;

  private final Tuning tuning;

  TuningText(Tuning tuning) {
    this.tuning = tuning;
  }

  String markdown() {
    return String.join(
        "\n",
        headline(),
        code(),
        rates(),
        shared(),
        cost(tuning.cost(), tuning.safety()),
        forecast(),
        reasons());
  }

  private String headline() {
    int workers = tuning.recommendation().workers();
    WorkerRate level =
        tuning.rates().stream().filter(each -> each.workers() == workers).findFirst().orElseThrow();
    return format(
        "# Threads for %s%n%n**%d worker%s**: %s evaluations/s, %.2f times one worker's (95 %%: %s).%n",
        tuning.name(),
        workers,
        workers > 1 ? "s" : "",
        count(level.rate()),
        level.speedUp(),
        range(level.speedUpInterval()));
  }

  private String code() {
    return "    " + tuning.recommendation().code() + "\n";
  }

  private String rates() {
    MarkdownTable grid =
        new MarkdownTable(
            0,
            "workers",
            "evaluations/s",
            "95 %",
            "speed-up",
            "95 %",
            "efficiency",
            "evaluations/s seen",
            "core time had");
    for (WorkerRate level : tuning.rates()) {
      grid.row(
          level.workers() + (level.workers() > tuning.machine().processors() ? " (shared)" : ""),
          count(level.rate()),
          count(level.rateInterval().lower()) + " .. " + count(level.rateInterval().upper()),
          format("%.2f", level.speedUp()),
          range(level.speedUpInterval()),
          format("%.0f %%", 100 * level.efficiency()),
          count(level.measured()),
          Double.isNaN(level.served()) ? "-" : format("%.0f %%", 100 * level.served()));
    }
    return format(
            "## Rates, %d rounds of %d ms, in random order%n%n",
            tuning.rates().get(0).rounds(), tuning.window().toMillis())
        + grid.markdown();
  }

  private String shared() {
    double served =
        tuning.rates().stream()
            .filter(level -> level.workers() <= tuning.machine().processors())
            .mapToDouble(WorkerRate::served)
            .min()
            .orElse(Double.NaN);
    String text =
        served < SHARED
            ? format(
                "**The machine was shared**: workers had a core for as little as %.0f %% of the"
                    + " time they wanted one. \"evaluations/s\" is what was seen, put up by what others"
                    + " took; measure again on a quiet machine to be sure.%n",
                100 * served)
            : "";
    double worst =
        tuning.rates().stream()
            .mapToDouble(level -> level.rateInterval().upper() / level.rate() - 1)
            .max()
            .orElse(0);
    return worst > 0.1
        ? text
            + format(
                "%nRates are known to %.0f %% only: more seconds give narrower intervals.%n",
                100 * worst)
        : text;
  }

  /** The section of what an evaluation costs, and whether threads may share the objective. */
  static String cost(CostProfile cost, @Nullable ThreadSafety safety) {
    MarkdownTable grid =
        new MarkdownTable(0, "mean", "p50", "p90", "p99", "p99.9", "max", "samples");
    grid.row(
        CostProfile.time(cost.mean()),
        CostProfile.time(cost.p50()),
        CostProfile.time(cost.p90()),
        CostProfile.time(cost.p99()),
        CostProfile.time(cost.p999()),
        CostProfile.time(cost.max()),
        count(cost.samples()));
    String batch =
        cost.batch() > 1
            ? format(
                "%nAn evaluation is too short for the clock: each sample is the mean of %d evaluations, so that"
                    + " single expensive evaluations do not show.%n",
                cost.batch())
            : "";
    return "## Cost of an evaluation, one thread\n\n"
        + grid.markdown()
        + batch
        + "\nThread-safety: "
        + (safety == null ? "not examined" : safety.meaning())
        + ".\n";
  }

  private String forecast() {
    Forecast forecast = tuning.forecast();
    String text = "## Universal Scalability Law (Gunther 2007)\n\n";
    if (forecast.rates().isEmpty()) {
      return text + forecast.trust() + "\n";
    }
    ScalabilityLaw law = forecast.law();
    MarkdownTable grid =
        new MarkdownTable(0, "cores and workers", "predicted evaluations/s", "95 %", "speed-up");
    for (Forecast.Rate rate : forecast.rates()) {
      grid.row(
          Integer.toString(rate.workers()),
          count(rate.rate()),
          count(rate.interval().lower()) + " .. " + count(rate.interval().upper()),
          format("%.2f", rate.rate() / law.rate()));
    }
    return text
        + format(
            "contention %.4f (%s), coherency %.6f (%s); peak at %s workers (%s .. %s).%n%s%n%n",
            law.contention(),
            range(forecast.contention()),
            law.coherency(),
            format("%.6f .. %.6f", forecast.coherency().lower(), forecast.coherency().upper()),
            peak(law.peak()),
            peak(forecast.peak().lower()),
            peak(forecast.peak().upper()),
            forecast.trust())
        + grid.markdown();
  }

  private String reasons() {
    return "## Why\n\n"
        + tuning.recommendation().reasons().stream().collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String peak(double workers) {
    return workers < 1e4 ? format("%.0f", workers) : "more than 10,000";
  }

  private static String range(Interval interval) {
    return format("%.2f .. %.2f", interval.lower(), interval.upper());
  }

  private static String count(double value) {
    return value < 1000 ? format("%.3g", value) : format("%,.0f", value);
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
