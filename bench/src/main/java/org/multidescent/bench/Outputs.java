package org.multidescent.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.report.RowWriter;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options for files and folders to write to, opened before anything is measured. */
final class Outputs {

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes one row a run.")
  private @Nullable Path csv;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Writes one JSON object a run, each on a line of its own.")
  private @Nullable Path json;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Writes tables, runs, charts and a page that shows them: index.html.")
  private @Nullable Path report;

  /** Opens the files of {@code --csv} and {@code --json}, those that were asked for. */
  List<RowWriter> rows(CommandLine command, List<String> columns) throws IOException {
    List<RowWriter> writers = new ArrayList<>();
    if (csv != null) {
      writers.add(RowWriter.csv(open(command, "--csv", csv), columns));
    }
    if (json != null) {
      writers.add(RowWriter.json(open(command, "--json", json), columns));
    }
    return writers;
  }

  private static Writer open(CommandLine command, String option, Path file) {
    try {
      return Files.newBufferedWriter(file);
    } catch (IOException wrong) {
      throw refused(command, option, file, "a file that can be written", wrong);
    }
  }

  /** Creates the folder of {@code --report} and returns it, if one was asked for. */
  @Nullable Path report(CommandLine command) {
    create(command, report);
    return report;
  }

  /** Creates a folder of an option {@code --report}, if one was asked for. */
  static void create(CommandLine command, @Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.createDirectories(folder);
      if (!Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    } catch (IOException wrong) {
      throw refused(command, "--report", folder, "a folder that can be written", wrong);
    }
  }

  /** Says in words why a file cannot be read or written. */
  static String reason(IOException wrong) {
    if (wrong instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (wrong instanceof AccessDeniedException) {
      return "no permission";
    }
    if (wrong instanceof FileAlreadyExistsException) {
      return "a file has that name";
    }
    String told = wrong instanceof FileSystemException known ? known.getReason() : null;
    return told == null ? wrong.toString() : told;
  }

  private static ParameterException refused(
      CommandLine command, String option, @Nullable Path path, String expected, IOException wrong) {
    return new ParameterException(
        command,
        "%s: %s (expected: %s; %s)".formatted(option, path, expected, reason(wrong)),
        wrong);
  }
}
