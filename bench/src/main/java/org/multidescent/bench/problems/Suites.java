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
import org.multidescent.bench.problems.models.FittedModel;
import org.multidescent.bench.problems.models.FittedModels;
import org.multidescent.bench.problems.trajectories.Trajectories;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/** The problems of the benchmarks by name: whole suites, or single problems. */
public final class Suites {

  private static final Map<String, Supplier<List<TestProblem>>> SUITES = new LinkedHashMap<>();

  static {
    SUITES.put("classic", TestProblems::classic);
    SUITES.put("rotated", TestProblems::rotated);
    SUITES.put("nist", Suites::nist);
    SUITES.put("nist-residuals", Suites::nistWithResiduals);
    SUITES.put("models", Suites::models);
    SUITES.put("models-residuals", Suites::modelsWithResiduals);
    SUITES.put("lj", TestProblems::lennardJones);
    SUITES.put("thomson", TestProblems::thomson);
    SUITES.put("nn", NeuralNets::all);
    SUITES.put("article", TestProblems::article);
    SUITES.put("mgh", TestProblems::moreGarbowHillstrom);
    SUITES.put("untuned", TestProblems::untuned);
    SUITES.put("cec2006", Suites::cec2006);
    SUITES.put("designs", Suites::designs);
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
   *     or of a problem: one of a suite's, or what {@link TestProblems#named} knows
   * @return the problems in the order of their first mention, each once
   * @throws IllegalArgumentException if a name is unknown; the message tells what is known
   */
  public static List<TestProblem> resolve(String names) {
    Objects.requireNonNull(names, "problems: null (expected: names separated by commas)");
    Map<String, TestProblem> found = new LinkedHashMap<>();
    for (String name : names.split(",", -1)) {
      for (TestProblem testProblem : expand(name.strip().toLowerCase(Locale.ROOT))) {
        found.putIfAbsent(testProblem.name(), testProblem);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<TestProblem> expand(String name) {
    Supplier<List<TestProblem>> suite = SUITES.get(name);
    if (suite != null) {
      return suite.get();
    }
    Optional<TestProblem> single =
        own(name).filter(testProblem -> testProblem.name().equals(name)).findFirst();
    if (single.isPresent()) {
      return List.of(single.get());
    }
    try {
      return List.of(TestProblems.named(name));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "problems: \"%s\" (expected: %s, %s, or a test function)%n%s"
              .formatted(
                  name,
                  String.join(", ", SUITES.keySet()),
                  withData().map(TestProblem::name).sorted().collect(Collectors.joining(", ")),
                  e.getMessage()),
          e);
    }
  }

  /** The problems of this module that may have a name; those of GKLS are many. */
  private static Stream<TestProblem> own(String name) {
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

  private static Stream<TestProblem> withData() {
    return Stream.of(
            nist(),
            nistWithResiduals(),
            models(),
            modelsWithResiduals(),
            NeuralNets.all(),
            cec2006(),
            designs())
        .flatMap(List::stream);
  }

  /** Those that have feasible positions. */
  private static List<TestProblem> cec2006() {
    return Cec2006.all().stream()
        .filter(problem -> !problem.name().equals("g20"))
        .map(problem -> problem.testProblem(Cec2006.EQUALITY_TOLERANCE))
        .toList();
  }

  private static List<TestProblem> designs() {
    return EngineeringDesigns.all().stream().map(problem -> problem.testProblem(0)).toList();
  }

  private static List<TestProblem> nist() {
    return Regression.all().stream().map(Regression::testProblem).toList();
  }

  private static List<TestProblem> nistWithResiduals() {
    return Regression.all().stream().map(Regression::withResiduals).toList();
  }

  private static List<TestProblem> models() {
    return FittedModels.all().stream().map(FittedModel::testProblem).toList();
  }

  private static List<TestProblem> modelsWithResiduals() {
    return FittedModels.all().stream().map(FittedModel::withResiduals).toList();
  }
}
