package org.multidescent.bench.compare;

import java.util.List;
import java.util.Locale;
import org.multidescent.bench.statistics.PairedComparison;

/** Who solved most, with the fewest evaluations, by how much, and whether that may be chance. */
final class Winner {

  /** Differences as likely as this by chance are not called a win. */
  private static final double LEVEL = 0.05;

  private static final String HEADING = "## Who won\n\n";

  private Winner() {}

  /** Returns a paragraph in Markdown, over the problems that all contenders have finished. */
  static String markdown(Results results, int seeds) {
    Summary summary = Summary.of(results, seeds);
    List<Competitor> ranked = summary.ranked();
    if (ranked.size() < 2) {
      return "";
    }
    Competitor first = ranked.get(0);
    Competitor second =
        ranked.stream()
            .filter(other -> !other.name().equals(first.name()))
            .findFirst()
            .orElse(ranked.get(1));
    if (summary.solved(first) == 0) {
      return HEADING + "Nobody: no run reached a target.\n\n";
    }
    PairedComparison pairs = summary.compare(first, second);
    boolean likely = pairs.wilcoxonP() < LEVEL && pairs.better() > pairs.worse();
    return String.format(
        Locale.ROOT,
        HEADING
            + "%s: %d of %d problems solved, %s expected evaluations; %s: %d, %s. Over %d seed%s,"
            + " fewer evaluations in %d pairs of runs, more in %d, p = %.2g%s.\n\n",
        likely ? "**%s** wins".formatted(first) : first + " is ahead, which may be chance",
        summary.solved(first),
        summary.problems(),
        Tables.number(summary.expected(first)),
        second,
        summary.solved(second),
        times(summary.expected(second), summary.expected(first)),
        seeds,
        seeds == 1 ? "" : "s",
        pairs.better(),
        pairs.worse(),
        pairs.wilcoxonP(),
        seeds < 10 ? "; ten seeds or more would tell better" : "");
  }

  private static String times(double more, double less) {
    return "%s, %s times as many".formatted(Tables.number(more), Tables.decimal(more / less));
  }
}
