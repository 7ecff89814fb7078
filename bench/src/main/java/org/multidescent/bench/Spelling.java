package org.multidescent.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What somebody may have meant. */
final class Spelling {

  private static final int OFFERED = 3;

  private Spelling() {}

  /** Returns three known names: those that hold the given one, then by changes of a letter. */
  static List<String> nearest(String name, Collection<String> known) {
    return known.stream()
        .distinct()
        .sorted(Comparator.comparingInt(other -> other.contains(name) ? 0 : distance(name, other)))
        .limit(OFFERED)
        .toList();
  }

  /** Levenshtein's distance: letters to put in, leave out or replace. */
  static int distance(String a, String b) {
    int[] last = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      int[] next = new int[last.length];
      next[0] = i;
      for (int j = 1; j < next.length; j++) {
        int replaced = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        next[j] = Math.min(replaced, 1 + Math.min(last[j], next[j - 1]));
      }
      last = next;
    }
    return last[b.length()];
  }
}
