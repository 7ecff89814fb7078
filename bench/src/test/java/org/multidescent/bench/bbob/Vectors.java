package org.multidescent.bench.bbob;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Values of the COCO implementation: a small share as a resource, all where the full table is. */
public final class Vectors {

  private static final Path SHARED = Path.of("../../shared");

  private Vectors() {}

  /** Returns the cells of the rows in {@code vectors.csv} beside a test. */
  public static List<String[]> beside(Class<?> test) throws IOException {
    String name = "vectors.csv";
    try (InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
      return cells(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
    }
  }

  /** Returns the cells of the rows of a full table; skips the test where it is not. */
  public static List<String[]> all(String file) throws IOException {
    Path path = SHARED.resolve(file);
    assumeTrue(Files.exists(path), () -> "the full table of vectors " + file + " is not here");
    return cells(Files.readAllLines(path));
  }

  /** Returns the numbers of a cell, separated by semicolons. */
  public static double[] numbers(String cell) {
    return Arrays.stream(cell.split(";")).mapToDouble(Double::parseDouble).toArray();
  }

  /** Returns whether a value is the expected one to 1e-8 of its scale or of 1. */
  public static boolean agrees(double value, double expected, double scale) {
    return Math.abs(value - expected) <= 1e-8 * Math.max(1, Math.abs(scale));
  }

  private static List<String[]> cells(List<String> lines) {
    return lines.stream().skip(1).map(line -> line.split(",")).toList();
  }
}
