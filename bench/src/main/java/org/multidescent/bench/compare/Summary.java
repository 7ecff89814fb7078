package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.bench.statistics.PairedComparison;
import org.multidescent.bench.statistics.RunningTime;

/**
 * Contenders over all problems on which every one of them has finished all its runs: the geometric
 * mean of their expected running times, and each against the baseline by problem and seed.
 */
final class Summary {

  static final double CLIP = 1e6;

  private static final String BASELINE = "sorted";

  private final Map<Competitor, List<ProblemSummary>> summaries;
  private final Optional<Competitor> baseline;

  private Summary(Map<Competitor, List<ProblemSummary>> summaries) {
    this.summaries = summaries;
    this.baseline =
        summaries.keySet().stream()
            .filter(competitor -> competitor.name().startsWith(BASELINE))
            .reduce((first, later) -> later.name().equals(BASELINE) ? later : first);
  }

  static Summary of(Results results, int seeds) {
    int competitors = results.competitors().size();
    Map<Competitor, List<ProblemSummary>> summaries =
        results.problems().stream()
            .map(results::summaries)
            .filter(all -> all.size() == competitors)
            .filter(all -> all.stream().allMatch(summary -> summary.runs().size() == seeds))
            .flatMap(List::stream)
            .collect(
                Collectors.groupingBy(
                    ProblemSummary::competitor, java.util.LinkedHashMap::new, Collectors.toList()));
    return new Summary(summaries);
  }

  /** Returns the number of problems it is over. */
  int problems() {
    return summaries.values().stream().mapToInt(List::size).max().orElse(0);
  }

  List<Competitor> competitors() {
    return List.copyOf(summaries.keySet());
  }

  /** Returns the contenders: more problems solved first, then fewer expected evaluations. */
  List<Competitor> ranked() {
    return summaries.keySet().stream()
        .sorted(
            Comparator.comparingLong((Competitor one) -> -solved(one))
                .thenComparingDouble(this::expected))
        .toList();
  }

  /** Returns on how many problems some run was solved. */
  long solved(Competitor competitor) {
    return summariesOf(competitor).stream().filter(one -> one.solved() > 0).count();
  }

  /** Compares two by problem and seed. */
  PairedComparison compare(Competitor first, Competitor second) {
    return PairedComparison.of(logarithms(first), logarithms(second));
  }

  private List<ProblemSummary> summariesOf(Competitor competitor) {
    return Objects.requireNonNull(summaries.get(competitor));
  }

  /** Returns the geometric mean of the expected evaluations to the target. */
  double expected(Competitor competitor) {
    double[] expected =
        summariesOf(competitor).stream().mapToDouble(ProblemSummary::expectedEvaluations).toArray();
    return RunningTime.geometricMean(expected, CLIP);
  }

  String markdown() {
    MarkdownTable grid =
        new MarkdownTable(
            1, "contender", "workers", "problems solved", "ERT", "of sorted", "better:worse", "p");
    summaries.forEach(
        (competitor, all) -> {
          List<String> cells = new ArrayList<>();
          cells.add(competitor.name());
          cells.add(Integer.toString(competitor.workers()));
          cells.add(solved(competitor) + "/" + all.size());
          cells.add(Tables.number(expected(competitor)));
          cells.addAll(against(competitor));
          grid.row(cells.toArray(String[]::new));
        });
    return grid.markdown();
  }

  /** Says what the table shows. */
  String explanation() {
    String what =
        String.format(
            Locale.ROOT,
            "ERT: geometric mean over %d problems of the expected evaluations to the target, each clipped"
                + " at %,.0f.",
            problems(),
            CLIP);
    return baseline
        .map(
            competitor ->
                what
                    + String.format(
                        Locale.ROOT,
                        " Against %s by problem and seed: runs with fewer evaluations to more, and the"
                            + " signed-rank test's p.",
                        competitor.name()))
        .orElse(
            what
                + " No sort-then-run baseline was asked for: add sorted, or sorted-lbfgs, to the"
                + " contenders.");
  }

  private List<String> against(Competitor competitor) {
    if (baseline.isEmpty() || baseline.get().equals(competitor)) {
      return List.of(baseline.isEmpty() ? "" : "1.00", "", "");
    }
    PairedComparison pairs = compare(competitor, baseline.get());
    return List.of(
        Tables.decimal(expected(competitor) / expected(baseline.get())),
        pairs.better() + ":" + pairs.worse(),
        String.format(Locale.ROOT, "%.2g", pairs.wilcoxonP()));
  }

  /** The logarithm of each run's evaluations, so that no problem outweighs another. */
  private double[] logarithms(Competitor competitor) {
    return summariesOf(competitor).stream()
        .flatMap(summary -> summary.runs().stream())
        .mapToDouble(run -> Math.log(run.solved() ? Math.min(run.evaluations(), CLIP) : CLIP))
        .toArray();
  }
}
