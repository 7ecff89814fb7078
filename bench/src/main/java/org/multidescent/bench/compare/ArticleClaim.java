package org.multidescent.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.multidescent.bench.contender.RunOutcome;

/**
 * The article's claim about its cost: where one descent takes M steps, a search of N starts takes
 * between M + N and M N. A start's evaluation counts as a step there.
 */
final class ArticleClaim {

  private ArticleClaim() {}

  /** Returns a line on the claim for one problem, if its summaries allow one. */
  static Optional<String> line(List<ProblemSummary> summaries, int starts) {
    Optional<ProblemSummary> single = find(summaries, "single");
    Optional<ProblemSummary> article = find(summaries, "article");
    if (single.isEmpty() || article.isEmpty() || single.get().solved() == 0) {
      return Optional.empty();
    }
    double m =
        ProblemSummary.median(
            single.get().runs().stream()
                .filter(RunOutcome::solved)
                .mapToDouble(run -> run.counts().steps())
                .toArray());
    double total = starts + article.get().median(run -> run.counts().steps());
    double least = m + starts;
    double most = m * starts;
    String place = total < least ? "below" : total > most ? "above" : "inside";
    return Optional.of(
        String.format(
            Locale.ROOT,
            "The article expects M + N = %,.0f to M N = %,.0f steps (M = %,.0f, a solved single"
                + " descent's; N = %,d starts, each counted as one): %,.0f, %s.",
            least,
            most,
            m,
            starts,
            total,
            place));
  }

  private static Optional<ProblemSummary> find(List<ProblemSummary> summaries, String name) {
    return summaries.stream()
        .filter(summary -> summary.competitor().name().equals(name))
        .findFirst();
  }
}
