package org.multidescent.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The direction numbers of the Sobol sequence and its points as 64-bit fractions.
 *
 * <p>A line for each dimension from the second has the inner coefficients of a primitive polynomial
 * and the initial direction numbers, from Joe and Kuo's table new-joe-kuo-6.21201 (Copyright (c)
 * 2008, Frances Y. Kuo and Stephen Joe; their licence is at the head of the resource). It ends at
 * dimension 1,111, up to which the table has Sobol's property A. The first are here, the others in
 * the resource: to open one takes a young virtual machine a tenth of a short search's time. The
 * numbers that follow the initial ones obey the polynomial's recurrence. Points are in the order of
 * the Gray code (Antonov and Saleev), so any point is the exclusive or of the direction numbers at
 * the ones of its index's Gray code.
 */
final class SobolTable {

  /** How many dimensions the table has. */
  static final int DIMENSIONS = 1111;

  private static final String RESOURCE = "joe-kuo-6.1111.txt";

  private static final String FIRST =
      """
      0 1
      1 1 3
      1 1 3 1
      2 1 1 1
      1 1 1 3 3
      4 1 3 5 13
      2 1 1 5 5 17
      4 1 1 5 5 5
      7 1 1 7 11 19
      11 1 1 5 1 1
      13 1 1 1 3 11
      14 1 3 5 5 31
      1 1 3 3 9 7 49
      13 1 1 1 15 21 21
      16 1 3 1 13 27 49
      19 1 1 1 15 7 5
      22 1 3 1 15 13 25
      25 1 1 5 5 19 61
      1 1 3 7 11 23 15 103
      4 1 3 7 13 13 15 69
      7 1 1 3 13 7 35 63
      8 1 3 5 9 1 25 53
      14 1 3 1 13 9 35 107
      19 1 3 1 5 27 61 31
      21 1 1 5 11 19 41 61
      28 1 3 5 3 3 13 69
      31 1 1 7 13 1 19 1
      32 1 3 7 5 13 19 59
      37 1 1 3 9 25 29 41
      41 1 3 5 13 23 1 55
      42 1 3 7 3 13 59 17
      """;

  private static final int FIRST_DIMENSIONS = 32;

  /**
   * The direction numbers of the first dimensions, 64 each; none before they are wanted, so that a
   * table that cannot be read is told of each time. Never changed: where more are wanted, all take
   * their place; two threads may read them, the same, at once.
   */
  private static volatile long[] directions = {};

  private SobolTable() {}

  /**
   * Returns a coordinate of a point of the sequence, not shifted.
   *
   * @param coordinate from 0 to below {@link #DIMENSIONS}
   * @param n which point, 0 or more; 0 is the zero point
   * @return the coordinate times 2<sup>64</sup>, unsigned
   */
  static long point(int coordinate, long n) {
    int row = coordinate * Long.SIZE;
    long[] known = directions;
    if (row >= known.length) {
      known = read(RESOURCE, coordinate < FIRST_DIMENSIONS ? FIRST_DIMENSIONS : DIMENSIONS);
      directions = known;
    }
    long bits = 0;
    for (long gray = n ^ (n >>> 1); gray != 0; gray &= gray - 1) {
      bits ^= known[row + Long.numberOfTrailingZeros(gray)];
    }
    return bits;
  }

  /**
   * Returns the direction numbers of the first dimensions.
   *
   * @param dimensions the first 32, or more
   * @throws IllegalStateException if there is no table, or it has fewer
   */
  static long[] read(String table, int dimensions) {
    long[] directions = new long[dimensions * Long.SIZE];
    for (int k = 0; k < Long.SIZE; k++) {
      directions[k] = Long.MIN_VALUE >>> k;
    }
    int row = 1;
    for (String line : FIRST.split("\n")) {
      expand(line.split(" "), directions, row * Long.SIZE);
      row++;
    }
    if (row < dimensions) {
      row = readOthers(table, directions, row);
    }
    if (row * Long.SIZE != directions.length) {
      throw new IllegalStateException(
          "%s: %d dimensions (expected: %d)".formatted(table, row, dimensions));
    }
    return directions;
  }

  /** Reads the dimensions of the resource; returns how many there are then. */
  private static int readOthers(String table, long[] directions, int known) {
    InputStream resource = SobolTable.class.getResourceAsStream(table);
    if (resource == null) {
      throw new IllegalStateException(
          table
              + ": not to be read (expected: beside its class, and permission to read it, where"
              + " there is a security manager)");
    }
    int row = known;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))) {
      String line = lines.readLine();
      for (; line != null && row * Long.SIZE < directions.length; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          expand(line.split(" "), directions, row * Long.SIZE);
          row++;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(table + ": unreadable", e);
    }
    return row;
  }

  /** Expands the polynomial and its initial numbers m to all direction numbers of a dimension. */
  private static void expand(String[] fields, long[] directions, int row) {
    long polynomial = Long.parseLong(fields[0]);
    int degree = fields.length - 1;
    for (int k = 0; k < degree; k++) {
      directions[row + k] = Long.parseLong(fields[k + 1]) << (Long.SIZE - 1 - k);
    }
    for (int k = degree; k < Long.SIZE; k++) {
      long v = directions[row + k - degree];
      v ^= v >>> degree;
      for (int j = 1; j < degree; j++) {
        if ((polynomial >>> (degree - 1 - j) & 1) != 0) {
          v ^= directions[row + k - j];
        }
      }
      directions[row + k] = v;
    }
  }
}
