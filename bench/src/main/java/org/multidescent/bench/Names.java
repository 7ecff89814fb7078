package org.multidescent.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.multidescent.bench.contender.Contender;
import org.multidescent.bench.contender.Contenders;
import org.multidescent.bench.problems.Suites;
import org.multidescent.bench.tune.TuningProblems;
import org.multidescent.testproblem.TestProblem;

/** Names on the command line; unknown ones are answered with those known and the nearest. */
final class Names {

  private Names() {}

  /** Returns the names of a list separated by commas, in lower case, each once. */
  static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  /** Returns the contenders of a list. */
  static List<Contender> contenders(String option, String text) {
    List<String> known = Contenders.names();
    List<String> names = list(text);
    names.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(
            unknown -> {
              throw refused(option, unknown, String.join(", ", known), known);
            });
    return names.stream().map(Contenders::named).toList();
  }

  /** Checks that each name of a list is that of a problem or a suite. */
  static void checkProblems(String option, String text) {
    list(text).forEach(name -> checkProblem(option, name, List.of()));
  }

  /** Checks that a name is that of one of the tuner's problems, of a problem or a suite. */
  static void checkTuningProblem(String option, String text) {
    checkProblem(option, text.strip().toLowerCase(Locale.ROOT), TuningProblems.names());
  }

  private static void checkProblem(String option, String name, List<String> more) {
    if (more.contains(name)) {
      return;
    }
    try {
      Suites.resolve(name);
    } catch (IllegalArgumentException unknown) {
      List<String> expected = Stream.concat(more.stream(), Suites.names().stream()).toList();
      throw refused(
          option,
          name,
          String.join(", ", expected) + ", or a problem of these",
          problems(expected));
    }
  }

  private static List<String> problems(List<String> first) {
    return Stream.concat(
            first.stream(),
            Suites.resolve(String.join(",", Suites.names())).stream().map(TestProblem::name))
        .toList();
  }

  private static IllegalArgumentException refused(
      String option, String name, String expected, Collection<String> known) {
    return new IllegalArgumentException(
        "%s: \"%s\" (expected: %s)%nMaybe %s?"
            .formatted(option, name, expected, String.join(" or ", Spelling.nearest(name, known))));
  }
}
