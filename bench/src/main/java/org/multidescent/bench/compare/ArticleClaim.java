package org.multidescent.bench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.multidescent.bench.contender.RunRecord;

/**
 * The article's claim about its cost: where one descent takes M steps, a search of N starts takes
 * between M + N and M N. A start's evaluation counts as a step there.
 */
final class ArticleClaim {

  private ArticleClaim() {}

  /** Returns a line on the claim for one problem, if its standings allow one. */
  static Optional<String> line(List<Standing> standings, int starts) {
    Optional<Standing> single = find(standings, "single");
    Optional<Standing> article = find(standings, "article");
    if (single.isEmpty() || article.isEmpty() || single.get().solved() == 0) {
      return Optional.empty();
    }
    double m =
        Standing.median(
            single.get().runs().stream()
                .filter(RunRecord::solved)
                .mapToDouble(RunRecord::steps)
                .toArray());
    double total = starts + article.get().median(RunRecord::steps);
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

  private static Optional<Standing> find(List<Standing> standings, String name) {
    return standings.stream()
        .filter(standing -> standing.entrant().name().equals(name))
        .findFirst();
  }
}
