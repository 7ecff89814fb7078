package org.multidescent.bench.compare;

import java.util.List;
import java.util.Locale;
import org.multidescent.bench.statistics.PairedComparison;

/** Who needed the fewest evaluations, by how much, and whether that may be chance. */
final class Winner {

  /** Differences as likely as this by chance are not called a win. */
  private static final double LEVEL = 0.05;

  private Winner() {}

  /** Returns a paragraph in Markdown, over the problems that all contenders have finished. */
  static String markdown(Results results, int seeds) {
    Summary summary = Summary.of(results, seeds);
    List<Competitor> ranked = summary.ranked();
    if (ranked.size() < 2) {
      return "";
    }
    Competitor first = ranked.get(0);
    Competitor second = ranked.get(1);
    if (summary.expected(first) >= Summary.CLIP) {
      return "## Who won\n\nNobody: no run reached a target.\n\n";
    }
    PairedComparison pairs = summary.compare(first, second);
    boolean likely = pairs.wilcoxonP() < LEVEL && pairs.better() > pairs.worse();
    return String.format(
        Locale.ROOT,
        "## Who won\n\n%s %s, with %s expected evaluations, %s times fewer than %s (%s); over %d"
            + " problem%s and %d seed%s, fewer in %d pairs of runs, more in %d, p = %.2g%s.\n\n",
        likely ? "**%s**".formatted(first) : first,
        likely ? "wins" : "is ahead, but that may be chance",
        Tables.number(summary.expected(first)),
        Tables.decimal(summary.expected(second) / summary.expected(first)),
        second,
        Tables.number(summary.expected(second)),
        summary.problems(),
        summary.problems() == 1 ? "" : "s",
        seeds,
        seeds == 1 ? "" : "s",
        pairs.better(),
        pairs.worse(),
        pairs.wilcoxonP(),
        seeds < 10 ? "; ten seeds or more would tell better" : "");
  }
}
