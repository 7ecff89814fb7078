package org.multidescent.report;

import java.util.List;
import java.util.Objects;
import org.multidescent.problem.Box;

/**
 * The distinct positions at which descents ended, those that are local optima and the others apart.
 *
 * @param optima those whose descent was finished, and the best of all, lowest first; copied
 * @param unfinished those whose descent might lead further down, lowest first; copied
 * @param completeness how complete the finished ones are likely to be
 */
public record FoundOptima(
    List<Optimum> optima, List<Optimum> unfinished, Completeness completeness) {

  /**
   * Creates the lists.
   *
   * @param optima as above
   * @param unfinished as above
   * @param completeness as above
   */
  public FoundOptima {
    optima = List.copyOf(optima);
    unfinished = List.copyOf(unfinished);
    Objects.requireNonNull(completeness, "completeness: null (expected: an estimate)");
  }

  /** Returns the same optima in a problem's box. */
  FoundOptima in(Box box) {
    return new FoundOptima(in(optima, box), in(unfinished, box), completeness);
  }

  private static List<Optimum> in(List<Optimum> optima, Box box) {
    return optima.stream().map(optimum -> optimum.in(box)).toList();
  }
}
