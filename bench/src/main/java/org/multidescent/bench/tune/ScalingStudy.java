package org.multidescent.bench.tune;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.multidescent.Search;
import org.multidescent.bench.report.Grid;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblems;

/**
 * The scaling of the article's algorithm on a simulated machine of up to 64 cores, beside what was
 * measured on this one: calls of three prices, slices of one step and whole descents, an exact and
 * a relaxed frontier.
 */
public final class ScalingStudy {

  private static final int[] WORKERS = {1, 2, 4, 8, 16, 32, 64};
  private static final int[] SLICES = {1, ThreadTuner.WHOLE_DESCENTS};
  private static final long CHEAP_STEPS = 200_000;
  private static final Duration WINDOW = Duration.ofMillis(250);
  private static final long SEED = 1;

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
    List<Double> replica = new ArrayList<>();
    Measurements measured = measured(problem, slice, relaxed, replica);
    double step = stepNanos(replica, traffic(1, slice, relaxed), parts);
    double[] model =
        IntStream.of(WORKERS)
            .mapToDouble(
                workers ->
                    new MachineModel(
                            step, traffic(workers, slice, relaxed), parts, workers, relaxed)
                        .rate())
            .toArray();
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

  /** Returns what a step takes beside the frontier, on one worker: a geometric mean, as rates. */
  private static double stepNanos(List<Double> calls, Traffic traffic, PartCosts parts) {
    double call = Math.exp(calls.stream().mapToDouble(Math::log).average().orElseThrow());
    double total = call * traffic.callsPerStep();
    double frontier =
        (traffic.exchanges() * parts.exchange()
                + traffic.stalls() * parts.replace()
                + (1 - traffic.exchanges() - traffic.stalls()) * parts.look())
            / traffic.stepsPerSlice();
    return Math.max(0.1 * total, total - frontier);
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

  /** Measures the engine, and before each window, so that drift is common, the replica. */
  private Measurements measured(
      Problem problem, int slice, boolean relaxed, List<Double> nanosPerCall) {
    RateMeter meter =
        new RateMeter(
            workers -> {
              Search search =
                  Search.article(problem).initialStarts(Replica.POOL).slice(slice).workers(workers);
              return relaxed ? search.relaxedFrontier() : search.exactFrontier();
            },
            machine.processors(),
            WINDOW);
    Replica replica = new Replica(problem, 1, slice, relaxed).open();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Rounds.Meter both =
        (workers, round) -> {
          double nanos =
              replica.nanosPerCall(threads::getCurrentThreadCpuTime, WINDOW.toNanos() / 2);
          if (round > 0) {
            nanosPerCall.add(nanos);
          }
          return meter.measure(workers, round);
        };
    return new Rounds(new int[] {1, 2}, machine.processors(), both, System::nanoTime, line -> {})
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
    return TestProblems.named("article6").problem().withoutGradient();
  }

  private static Problem busy(double nanos) {
    Problem article = article();
    Evaluator evaluator = article.evaluator();
    return Problem.of(x -> evaluator.value(x) + BusyWork.of(nanos), article.startBox())
        .bounds(article.bounds());
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
