package org.multidescent.report;

/** Counts for tests, so that one more counter changes one file of theirs. */
public final class TestCounts {

  private TestCounts() {}

  /** Returns counts whose other components are 0. */
  public static Counts of(
      long values, long gradients, long steps, long starts, long perturbations, long stalls) {
    return new Counts(values, gradients, steps, starts, perturbations, stalls);
  }
}
