package org.multidescent.bench.problems.gkls;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.multidescent.testproblem.TestProblem;

/** The 800 functions of the eight {@linkplain GklsClass classes}. */
public final class Gkls {

  private Gkls() {}

  /**
   * Returns all functions.
   *
   * @return the functions of class 1, then of class 2, ..
   */
  public static List<TestProblem> all() {
    return Arrays.stream(GklsClass.values()).flatMap(family -> of(family).stream()).toList();
  }

  /**
   * Returns the functions of a class.
   *
   * @param family the class
   * @return its hundred functions
   */
  public static List<TestProblem> of(GklsClass family) {
    return IntStream.rangeClosed(1, GklsClass.FUNCTIONS)
        .mapToObj(number -> family.function(number).testProblem())
        .toList();
  }
}
