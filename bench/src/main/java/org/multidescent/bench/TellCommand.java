package org.multidescent.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.multidescent.AskTell;
import org.multidescent.report.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "tell",
    description = {
      "Tells the values of positions, as CSV: number,value. NaN is an evaluation without a value;",
      "a third field says what failed. If a line is wrong, none of the file counts."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false)
final class TellCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--search",
      paramLabel = "DIR",
      required = true,
      description = "The folder of the search, as ask has made it.")
  private @Nullable Path folder;

  @Parameters(paramLabel = "FILE", description = "The values.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    AskTellFolder kept = new AskTellFolder(Objects.requireNonNull(folder));
    if (!kept.exists()) {
      throw new ParameterException(
          commandLine(), "--search: " + folder + " (expected: a folder that ask has made)");
    }
    List<CSVRecord> lines;
    try (Reader reader = Files.newBufferedReader(Objects.requireNonNull(file))) {
      lines = CSVFormat.DEFAULT.parse(reader).getRecords();
    }
    try (AskTell session = kept.open()) {
      session.isDone();
      lines.forEach(line -> tell(session, line));
      session.isDone();
      kept.save(session);
      Progress progress = session.progress();
      commandLine()
          .getErr()
          .printf(
              "%d values; lowest %s; %d positions wait%n",
              progress.evaluations(), progress.best(), session.waiting().size());
    }
    return 0;
  }

  private void tell(AskTell session, CSVRecord line) {
    try {
      if (line.size() < 2 || line.size() > 3) {
        throw new IllegalArgumentException(line.size() + " fields (expected: number,value)");
      }
      long number = Long.parseLong(line.get(0).strip());
      String failure = line.size() == 3 ? line.get(2).strip() : "";
      if (failure.isEmpty()) {
        session.tell(number, Double.parseDouble(line.get(1).strip()));
      } else {
        session.tell(number, failure);
      }
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      throw new ParameterException(
          commandLine(),
          file + ", line " + line.getRecordNumber() + ": " + wrong.getMessage(),
          wrong);
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
