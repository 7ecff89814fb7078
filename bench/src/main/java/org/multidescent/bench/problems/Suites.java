package org.multidescent.bench.problems;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.multidescent.bench.problems.clusters.Clusters;
import org.multidescent.bench.problems.functions.Cusps;
import org.multidescent.bench.problems.functions.HiddenHoles;
import org.multidescent.bench.problems.functions.Plateaus;
import org.multidescent.bench.problems.functions.Unseen;
import org.multidescent.bench.problems.functions.Wells;
import org.multidescent.bench.problems.gkls.Gkls;
import org.multidescent.bench.problems.gkls.GklsClass;
import org.multidescent.bench.problems.trajectories.Trajectories;
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
    SUITES.put("unseen", Unseen::all);
    SUITES.put("wells", Wells::all);
    SUITES.put("cusps", Cusps::all);
    SUITES.put("plateaus", Plateaus::all);
    SUITES.put("holes", HiddenHoles::all);
    SUITES.put("clusters", Clusters::all);
    SUITES.put("trajectories", Trajectories::all);
    for (GklsClass family : GklsClass.values()) {
      SUITES.put("gkls" + family.number(), () -> Gkls.of(family));
    }
    SUITES.put("gkls", Gkls::all);
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
   *     or of a problem: one of a suite's, or what {@link Landscapes#named} knows
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
    Optional<Landscape> single =
        own(name).filter(landscape -> landscape.name().equals(name)).findFirst();
    if (single.isPresent()) {
      return List.of(single.get());
    }
    try {
      return List.of(Landscapes.named(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "problems: \"%s\" (expected: %s, %s, or a test function)%n%s"
              .formatted(
                  name,
                  String.join(", ", SUITES.keySet()),
                  withData().map(Landscape::name).sorted().collect(Collectors.joining(", ")),
                  e.getMessage()),
          e);
    }
  }

  /** The problems of this module that may have a name; those of GKLS are many. */
  private static Stream<Landscape> own(String name) {
    if (name.startsWith("gkls")) {
      return Gkls.all().stream();
    }
    return Stream.of(
            withData(),
            Unseen.all().stream(),
            Wells.all().stream(),
            Cusps.all().stream(),
            Plateaus.all().stream(),
            HiddenHoles.all().stream(),
            Clusters.all().stream(),
            Trajectories.all().stream())
        .flatMap(problems -> problems);
  }

  private static Stream<Landscape> withData() {
    return Stream.concat(nist().stream(), NeuralNets.all().stream());
  }

  private static List<Landscape> nist() {
    return Regression.all().stream().map(Regression::landscape).toList();
  }
}
