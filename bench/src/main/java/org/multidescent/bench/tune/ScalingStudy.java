package org.multidescent.bench.tune;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import org.multidescent.Search;
import org.multidescent.bench.report.Grid;
import org.multidescent.landscape.Landscapes;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;

/**
 * The scaling of the article's algorithm on a simulated machine of up to 64 cores, beside what was
 * measured on this one: calls of three prices, slices of one step and whole descents, an exact and
 * a relaxed frontier.
 */
public final class ScalingStudy {

  private static final int[] WORKERS = {1, 2, 4, 8, 16, 32, 64};
  private static final int[] SLICES = {1, ThreadTuner.WHOLE_DESCENTS};
  private static final long CHEAP_STEPS = 200_000;
  private static final int BATCHES = 40;
  private static final double BATCH_NANOS = 10e6;
  private static final double CALLS_OF_A_STEP = 4;
  private static final long SEED = 1;
  private static final int MOST_TIMINGS = 10;
  private static final int SETTLED = 2;
  private static final double FALLING = 0.95;

  private final Machine machine = Machine.here();
  private final Duration each;
  private final Consumer<String> log;
  private final Map<Setting, Traffic> traffic = new HashMap<>();

  private record Setting(int workers, int slice, boolean relaxed) {}

  /**
   * Creates a study.
   *
   * @param each how long to measure each of the twelve variants, about; longer than zero
   * @param log takes a line of text now and then
   */
  public ScalingStudy(Duration each, Consumer<String> log) {
    this.each = each;
    this.log = log;
  }

  /**
   * Measures and simulates.
   *
   * @return tables in Markdown
   */
  public String run() {
    Map<Boolean, PartCosts> parts = new LinkedHashMap<>();
    double transfer = PartMeter.transfer();
    parts.put(false, PartMeter.measure(false, transfer));
    parts.put(true, PartMeter.measure(true, transfer));
    Grid checked =
        new Grid(
            2,
            "objective",
            "variant",
            "measured, 1",
            "model / measured",
            "measured, 2",
            "model / measured",
            "law: contention",
            "law at 64",
            "model at 64");
    Grid curves = curves();
    problems()
        .forEach(
            (name, problem) -> {
              for (int slice : SLICES) {
                for (boolean relaxed : new boolean[] {false, true}) {
                  variant(
                      name,
                      problem,
                      slice,
                      relaxed,
                      Objects.requireNonNull(parts.get(relaxed)),
                      checked,
                      curves);
                }
              }
            });
    return "## Parts, uncontended\n\n"
        + parts(parts)
        + "\n## The model against the measurement\n\n"
        + checked.markdown()
        + "\n## Simulated speed-up\n\n"
        + curves.markdown()
        + "\n"
        + machine.describe()
        + "\n";
  }

  private void variant(
      String name,
      Problem problem,
      int slice,
      boolean relaxed,
      PartCosts parts,
      Grid checked,
      Grid curves) {
    String variant =
        (slice == 1 ? "1 step, " : "whole descents, ") + (relaxed ? "relaxed" : "exact");
    log.accept(name + ", " + variant);
    double step = stepNanos(problem, slice, relaxed, parts);
    double[] model =
        IntStream.of(WORKERS)
            .mapToDouble(
                workers ->
                    new MachineModel(
                            step, traffic(workers, slice, relaxed), parts, workers, relaxed)
                        .rate())
            .toArray();
    Measurements measured = measured(problem, slice, relaxed);
    Forecast forecast =
        new Forecaster(measured.ladder(), measured.rates(), machine.processors()).forecast(SEED);
    List<Level> levels = measured.levels();
    checked.row(
        name,
        variant,
        rate(levels.get(0)),
        format("%.2f", model[0] / levels.get(0).rate()),
        rate(levels.get(1)),
        format("%.2f", model[1] / levels.get(1).rate()),
        format("%.3f", forecast.law().contention()),
        format("%.1f", forecast.law().rate(64) / forecast.law().rate()),
        format("%.1f", model[model.length - 1] / model[0]));
    List<String> row = new ArrayList<>(List.of(name, variant));
    IntStream.range(0, WORKERS.length).forEach(i -> row.add(format("%.2f", model[i] / model[0])));
    curves.row(row.toArray(String[]::new));
  }

  /** Returns what a step takes beside the frontier, on one worker. */
  private double stepNanos(Problem problem, int slice, boolean relaxed, PartCosts parts) {
    try (QueueWait wait = new QueueWait()) {
      Replica replica = new Replica(problem, 1, slice, relaxed).open();
      replica.play(1);
      double once = replica.time(System::nanoTime, wait, 1, 1);
      long batch =
          (long) Math.max(1, Math.min(20_000, BATCH_NANOS / CALLS_OF_A_STEP / Math.max(1, once)));
      replica.play(batch > 1_000 ? CHEAP_STEPS : 1);
      double call = settled(() -> replica.time(System::nanoTime, wait, BATCHES, batch));
      Traffic traffic = traffic(1, slice, relaxed);
      double total = call * traffic.callsPerStep();
      double frontier =
          (traffic.exchanges() * parts.exchange()
                  + traffic.stalls() * parts.replace()
                  + (1 - traffic.exchanges() - traffic.stalls()) * parts.look())
              / traffic.stepsPerSlice();
      return Math.max(0.1 * total, total - frontier);
    }
  }

  /** Returns a time once it falls no more: the compiler needs its own. */
  private static double settled(DoubleSupplier time) {
    double best = time.getAsDouble();
    int settled = 0;
    for (int i = 0; i < MOST_TIMINGS && settled < SETTLED; i++) {
      double again = time.getAsDouble();
      settled = again < FALLING * best ? 0 : settled + 1;
      best = Math.min(best, again);
    }
    return best;
  }

  /** Counts on the cheap objective: its values, and so the counts, are those of the dear ones. */
  private Traffic traffic(int workers, int slice, boolean relaxed) {
    return traffic.computeIfAbsent(new Setting(workers, slice, relaxed), ScalingStudy::count);
  }

  private static Traffic count(Setting setting) {
    Replica replica =
        new Replica(article(), setting.workers(), setting.slice(), setting.relaxed()).open();
    replica.play(CHEAP_STEPS);
    return replica.play(CHEAP_STEPS);
  }

  private Measurements measured(Problem problem, int slice, boolean relaxed) {
    Duration window = Duration.ofMillis(250);
    RateMeter meter =
        new RateMeter(
            workers -> {
              Search search =
                  Search.article(problem).pool(Replica.POOL).slice(slice).workers(workers);
              return relaxed ? search.relaxedFrontier() : search.exactFrontier();
            },
            machine.processors(),
            window);
    return new Rounds(
            new int[] {1, 2}, machine.processors(), meter::measure, System::nanoTime, line -> {})
        .measure(each.toNanos(), SEED);
  }

  private static Map<String, Problem> problems() {
    Map<String, Problem> problems = new LinkedHashMap<>();
    problems.put("30 ns", article());
    problems.put("1 us", busy(1e3));
    problems.put("1 ms", busy(1e6));
    return problems;
  }

  private static Problem article() {
    return Landscapes.named("article6").problem().withoutGradient();
  }

  private static Problem busy(double nanos) {
    Problem article = article();
    Evaluator evaluator = article.evaluator();
    return Problem.of(x -> evaluator.value(x) + BusyWork.of(nanos), article.box())
        .walls(article.walls());
  }

  private static Grid curves() {
    List<String> header = new ArrayList<>(List.of("objective", "variant"));
    IntStream.of(WORKERS).forEach(workers -> header.add(Integer.toString(workers)));
    return new Grid(2, header.toArray(String[]::new));
  }

  private static String parts(Map<Boolean, PartCosts> parts) {
    Grid grid = new Grid(1, "frontier", "look", "exchange", "start in, best out", "cache line");
    parts.forEach(
        (relaxed, costs) ->
            grid.row(
                relaxed ? "relaxed" : "exact",
                CostProfile.time(costs.look()),
                CostProfile.time(costs.exchange()),
                CostProfile.time(costs.replace()),
                CostProfile.time(costs.transfer())));
    return grid.markdown();
  }

  private static String rate(Level level) {
    return format(
        "%,.0f +- %.0f %%", level.rate(), 100 * (level.rateInterval().upper() / level.rate() - 1));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
