package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** Holds the arrows between packages: they point down the list, never up. */
class ArchitectureTest {

  private static final String BASE = "org.multidescent";

  /** From the front door down; a package may use any that stand below it. */
  private static final List<String> LAYERS =
      List.of(
          BASE,
          BASE + ".engine",
          BASE + ".engine.checkpoint",
          BASE + ".engine.restart",
          BASE + ".engine.threads",
          BASE + ".engine.budget",
          BASE + ".engine.telemetry",
          BASE + ".engine.settings",
          BASE + ".concurrent",
          BASE + ".frontier",
          BASE + ".catalogue",
          BASE + ".restart",
          BASE + ".checkpoint",
          BASE + ".report",
          BASE + ".start",
          BASE + ".evaluation",
          BASE + ".learning",
          BASE + ".descent",
          BASE + ".sqp",
          BASE + ".evolution",
          BASE + ".testproblem",
          BASE + ".problem",
          BASE + ".random",
          BASE + ".numerics",
          BASE + ".util");

  private static final Pattern ARROW =
      Pattern.compile("^\\s+(org\\.multidescent\\S*)\\s+->\\s+(org\\.multidescent\\S*)", 8);

  @Test
  void arrowsPointDown() {
    Map<String, Set<String>> arrows = arrows();
    assertThat(arrows).isNotEmpty();
    arrows.forEach(
        (from, targets) -> {
          assertThat(LAYERS).as("every package has a layer").contains(from);
          for (String to : targets) {
            assertThat(LAYERS.indexOf(to))
                .as("%s -> %s points down", from, to)
                .isGreaterThan(LAYERS.indexOf(from));
          }
        });
  }

  @Test
  void frontierStandsAlone() {
    assertThat(arrows().getOrDefault(BASE + ".frontier", Set.of())).containsOnly(BASE + ".util");
  }

  private static Map<String, Set<String>> arrows() {
    StringWriter out = new StringWriter();
    int status =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(out),
                "--multi-release",
                "17",
                "--ignore-missing-deps",
                "-verbose:package",
                Path.of("target", "classes", "org").toString());
    assertThat(status).as(out::toString).isZero();
    Map<String, Set<String>> arrows = new TreeMap<>();
    Matcher matcher = ARROW.matcher(out.toString());
    while (matcher.find()) {
      if (!matcher.group(1).equals(matcher.group(2))) {
        arrows.computeIfAbsent(matcher.group(1), from -> new TreeSet<>()).add(matcher.group(2));
      }
    }
    return arrows;
  }
}
