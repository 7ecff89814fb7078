package org.multidescent.bench.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multidescent.landscape.Landscape;
import org.multidescent.landscape.Landscapes;

/** The problems of the benchmarks by name: whole suites, or single problems. */
public final class Suites {

  private static final Map<String, Supplier<List<Landscape>>> SUITES = new LinkedHashMap<>();

  static {
    SUITES.put("classic", Landscapes::classic);
    SUITES.put("rotated", Landscapes::rotated);
    SUITES.put("nist", Suites::nist);
    SUITES.put("lj", Landscapes::lennardJones);
    SUITES.put("thomson", Landscapes::thomson);
    SUITES.put("nn", NeuralNets::all);
    SUITES.put("article", Landscapes::article);
    SUITES.put("mgh", Landscapes::moreGarbowHillstrom);
    SUITES.put("untuned", Landscapes::untuned);
  }

  private Suites() {}

  /**
   * Returns the names of the suites.
   *
   * @return the names, {@code classic} first
   */
  public static List<String> names() {
    return List.copyOf(SUITES.keySet());
  }

  /**
   * Resolves a list of names.
   *
   * @param names names separated by commas, upper or lower case, each of a suite ({@link #names()})
   *     or of a problem: a data set of NIST, {@code xor}, {@code spirals}, or what {@link
   *     Landscapes#named} knows
   * @return the problems in the order of their first mention, each once
   * @throws IllegalArgumentException if a name is unknown; the message tells what is known
   */
  public static List<Landscape> resolve(String names) {
    Objects.requireNonNull(names, "problems: null (expected: names separated by commas)");
    Map<String, Landscape> found = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      for (Landscape landscape : expand(name.strip().toLowerCase(Locale.ROOT))) {
        found.putIfAbsent(landscape.name(), landscape);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<Landscape> expand(String name) {
    Supplier<List<Landscape>> suite = SUITES.get(name);
    if (suite != null) {
      return suite.get();
    }
    Map<String, Landscape> withData =
        Stream.concat(nist().stream(), NeuralNets.all().stream())
            .collect(Collectors.toMap(Landscape::name, landscape -> landscape));
    Landscape single = withData.get(name);
    if (single != null) {
      return List.of(single);
    }
    try {
      return List.of(Landscapes.named(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "problems: \"%s\" (expected: %s, %s, or a test function)%n%s"
              .formatted(
                  name,
                  String.join(", ", SUITES.keySet()),
                  withData.keySet().stream().sorted().collect(Collectors.joining(", ")),
                  e.getMessage()),
          e);
    }
  }

  private static List<Landscape> nist() {
    return Regression.all().stream().map(Regression::landscape).toList();
  }
}
