package org.multidescent.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.multidescent.bench.tune.Machine;
import picocli.CommandLine;

/** How a report came about: command, version, machine, date. */
final class Preface {

  private Preface() {}

  /** Returns a list in Markdown. */
  static String of(CommandLine command, String seeds) {
    List<String> given = command.getParent().getParseResult().originalArgs();
    return """

        ## How this came about

        - command: `%s`
        - version: %s
        - machine: %s
        - date: %s
        - seeds: %s
        """
        .formatted(
            given.isEmpty() ? command.getCommandName() : String.join(" ", given),
            new Version().getVersion()[0],
            Machine.here().describe(),
            Instant.now().truncatedTo(ChronoUnit.MINUTES),
            seeds);
  }
}
