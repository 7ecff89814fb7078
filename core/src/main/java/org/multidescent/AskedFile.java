package org.multidescent;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;

/**
 * The file of a search whose values are told: text, a line for each position. Numbers are written
 * so that the same are read.
 *
 * @param box where the search is
 * @param settings what decides which positions it asks for, by name
 * @param lines the positions by their numbers
 */
record AskedFile(Box box, Map<String, String> settings, List<Line> lines) {

  private static final String HEADER = "multidescent ask-tell 2";
  private static final String SEPARATOR = "\t";
  private static final String ASKED = "asked";
  private static final String TOLD = "told";
  private static final String FAILED = "failed";
  private static final int FIELDS = 4;
  private static final double[] NONE = {};

  /**
   * A position and what was told of it.
   *
   * @param values the objective's value and then those of the constraints that are told; none if
   *     nothing was told, or a failure
   */
  record Line(long number, double[] x, boolean told, double[] values, @Nullable String failure) {}

  static AskedFile read(Path file) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      if (!HEADER.equals(reader.readLine())) {
        throw new IOException("state: " + file + " (expected: a saved search of ask and tell)");
      }
      double[] lower = numbers(line(reader));
      double[] upper = numbers(line(reader));
      Box box = Box.of(lower, upper);
      Map<String, String> settings = settings(reader);
      List<Line> lines = new ArrayList<>();
      int told = told(settings);
      Set<Long> numbers = new HashSet<>();
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        Line line = parse(text, box);
        if (!numbers.add(line.number)) {
          throw new IllegalArgumentException("number " + line.number + " twice");
        }
        if (line.told && line.failure == null && line.values.length != told) {
          throw new IllegalArgumentException(
              "%d numbers told of position %d, not %d"
                  .formatted(line.values.length, line.number, told));
        }
        lines.add(line);
      }
      return new AskedFile(box, settings, lines);
    } catch (IllegalArgumentException wrong) {
      throw new IOException(
          "state: " + file + ": " + wrong.getMessage() + " (expected: a whole file)", wrong);
    }
  }

  /**
   * Returns the constraints that are told.
   *
   * @return the constraints; null if they are computed by the caller
   */
  @Nullable Constraints constraints() {
    return Fingerprint.toldConstraints(settings);
  }

  /** Returns how many numbers are told of a position. */
  private static int told(Map<String, String> settings) {
    Constraints constraints = Fingerprint.toldConstraints(settings);
    return constraints == null ? 1 : 1 + constraints.count();
  }

  private static String line(BufferedReader reader) throws IOException {
    String line = reader.readLine();
    if (line == null) {
      throw new IllegalArgumentException("no bounds, or no end of the settings");
    }
    return line;
  }

  /** Reads settings, up to an empty line. */
  private static Map<String, String> settings(BufferedReader reader) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    for (String text = line(reader); !text.isEmpty(); text = line(reader)) {
      String[] setting = text.split(SEPARATOR, 2);
      if (setting.length != 2) {
        throw new IllegalArgumentException("a setting without a value");
      }
      settings.put(setting[0], setting[1]);
    }
    return settings;
  }

  private static Line parse(String text, Box box) {
    String[] fields = text.split(SEPARATOR, FIELDS);
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException("a line of " + fields.length + " fields");
    }
    long number = Long.parseLong(fields[0]);
    double[] x = numbers(fields[2]);
    if (number < 1 || x.length != box.dimension()) {
      throw new IllegalArgumentException("position " + number + " of " + x.length + " numbers");
    }
    return switch (fields[1]) {
      case ASKED -> new Line(number, x, false, NONE, null);
      case TOLD -> new Line(number, x, true, numbers(fields[3]), null);
      case FAILED -> new Line(number, x, true, NONE, fields[3]);
      default -> throw new IllegalArgumentException("position " + number + ": " + fields[1]);
    };
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static String text(double[] numbers) {
    return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(" "));
  }

  void write(Path file) throws IOException {
    double[] lower = new double[box.dimension()];
    double[] upper = new double[box.dimension()];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = box.lower(i);
      upper[i] = box.upper(i);
    }
    List<String> text = new ArrayList<>(List.of(HEADER, text(lower), text(upper)));
    settings.forEach((name, value) -> text.add(name + SEPARATOR + value));
    text.add("");
    for (Line line : lines) {
      String state = !line.told ? ASKED : line.failure == null ? TOLD : FAILED;
      String last = line.failure == null ? text(line.values) : line(line.failure);
      text.add(String.join(SEPARATOR, "" + line.number, state, text(line.x), last));
    }
    Path whole = file.toAbsolutePath();
    Path beside = whole.resolveSibling(whole.getFileName() + ".new");
    Files.write(beside, text, StandardCharsets.UTF_8);
    try {
      Files.move(
          beside, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException other) {
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Returns a text without what would end its line. */
  static String line(String several) {
    return several.replaceAll("\\s+", " ");
  }
}
