package org.multidescent.bench;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody may have meant. */
final class Spelling {

  private static final int OFFERED = 3;
  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  private Spelling() {}

  /** Returns three known names: those that hold the given one, then by changes of a letter. */
  static List<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .distinct()
        .sorted(
            Comparator.comparingInt(
                other -> other.contains(name) ? 0 : DISTANCE.apply(name, other)))
        .limit(OFFERED)
        .toList();
  }
}
