package org.multidescent.bench.bbob;

import java.util.List;

/**
 * Which of the {@link Targets} a suite counts, and for which of them running times are published.
 *
 * @param count the first so many count
 * @param labels the targets of published running times, such as {@code 1e-3}, the easiest first
 */
public record TargetSet(int count, List<String> labels) {

  /** All 51 targets; running times to seven of them. */
  public static final TargetSet UNCONSTRAINED =
      new TargetSet(Targets.COUNT, List.of("1e1", "1e0", "1e-1", "1e-2", "1e-3", "1e-5", "1e-7"));

  /** The 41 targets down to 1e-6; running times to seven of them. */
  public static final TargetSet CONSTRAINED =
      new TargetSet(41, List.of("1e1", "1e0", "1e-1", "1e-2", "1e-3", "1e-5", "1e-6"));

  /**
   * Creates a set.
   *
   * @param count as above, 1 to 51
   * @param labels as above; copied
   */
  public TargetSet {
    labels = List.copyOf(labels);
  }

  /**
   * Returns the number of a target of published running times.
   *
   * @param label which, from 0
   * @return its number among the {@link Targets}
   */
  public int index(int label) {
    int exponent = Integer.parseInt(labels.get(label).substring(2));
    return 5 * (2 - exponent);
  }
}
