package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.multidescent.bench.report.Grid;
import org.multidescent.bench.statistics.PairedComparison;
import org.multidescent.bench.statistics.RunningTime;

/**
 * Contenders over all problems on which every one of them has finished all its runs: the geometric
 * mean of their expected running times, and each against the baseline by problem and seed.
 */
final class Summary {

  static final double CLIP = 1e6;

  private static final String BASELINE = "sorted";

  private final Map<Entrant, List<Standing>> standings;
  private final Optional<Entrant> baseline;

  private Summary(Map<Entrant, List<Standing>> standings) {
    this.standings = standings;
    this.baseline =
        standings.keySet().stream()
            .filter(entrant -> entrant.name().startsWith(BASELINE))
            .reduce((first, later) -> later.name().equals(BASELINE) ? later : first);
  }

  static Summary of(Results results, int seeds) {
    int entrants = results.entrants().size();
    Map<Entrant, List<Standing>> standings =
        results.cases().stream()
            .map(results::standings)
            .filter(all -> all.size() == entrants)
            .filter(all -> all.stream().allMatch(standing -> standing.runs().size() == seeds))
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(
                    Standing::entrant, java.util.LinkedHashMap::new, Collectors.toList()));
    return new Summary(standings);
  }

  /** Returns the number of problems it is over. */
  int problems() {
    return standings.values().stream().mapToInt(List::size).max().orElse(0);
  }

  List<Entrant> entrants() {
    return List.copyOf(standings.keySet());
  }

  private List<Standing> standingsOf(Entrant entrant) {
    return Objects.requireNonNull(standings.get(entrant));
  }

  /** Returns the geometric mean of the expected calls to the target. */
  double expected(Entrant entrant) {
    double[] expected =
        standingsOf(entrant).stream().mapToDouble(Standing::expectedCalls).toArray();
    return RunningTime.geometricMean(expected, CLIP);
  }

  String markdown() {
    Grid grid =
        new Grid(1, "contender", "workers", "problems solved", "ERT", "of sorted", "won:lost", "p");
    standings.forEach(
        (entrant, all) -> {
          List<String> cells = new ArrayList<>();
          cells.add(entrant.name());
          cells.add(Integer.toString(entrant.workers()));
          cells.add(all.stream().filter(one -> one.solved() > 0).count() + "/" + all.size());
          cells.add(Tables.number(expected(entrant)));
          cells.addAll(against(entrant));
          grid.row(cells.toArray(String[]::new));
        });
    return grid.markdown();
  }

  /** Says what the table shows. */
  String explanation() {
    String what =
        String.format(
            Locale.ROOT,
            "ERT: geometric mean over %d problems of the expected calls to the target, each clipped"
                + " at %,.0f.",
            problems(),
            CLIP);
    return baseline
        .map(
            entrant ->
                what
                    + String.format(
                        Locale.ROOT,
                        " Against %s by problem and seed: runs with fewer calls to more, and the"
                            + " signed-rank test's p.",
                        entrant.name()))
        .orElse(
            what
                + " No sort-then-run baseline was asked for: add sorted, or sorted-lbfgs, to the"
                + " contenders.");
  }

  private List<String> against(Entrant entrant) {
    if (baseline.isEmpty() || baseline.get().equals(entrant)) {
      return List.of(baseline.isEmpty() ? "" : "1.00", "", "");
    }
    PairedComparison pairs = PairedComparison.of(calls(entrant), calls(baseline.get()));
    return List.of(
        Tables.decimal(expected(entrant) / expected(baseline.get())),
        pairs.wins() + ":" + pairs.losses(),
        String.format(Locale.ROOT, "%.2g", pairs.wilcoxonP()));
  }

  /** The logarithm of each run's calls, so that no problem outweighs another. */
  private double[] calls(Entrant entrant) {
    return standingsOf(entrant).stream()
        .flatMap(standing -> standing.runs().stream())
        .mapToDouble(run -> Math.log(run.solved() ? Math.min(run.calls(), CLIP) : CLIP))
        .toArray();
  }
}
