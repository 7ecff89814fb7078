package org.multidescent.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names on the command line. */
final class Names {

  private Names() {}

  /** Returns the names of a list separated by commas, in lower case, each once. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }
}
