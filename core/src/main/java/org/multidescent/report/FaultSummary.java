package org.multidescent.report;

import java.util.List;
import java.util.Map;
import org.multidescent.problem.Box;

/**
 * The evaluations of a search that gave no usable value.
 *
 * @param counts how many, by what was wrong; kinds that did not occur are left out; copied
 * @param first the first of them; copied
 */
public record FaultSummary(Map<Fault.Kind, Long> counts, List<Fault> first) {

  /**
   * Creates the summary.
   *
   * @param counts as above
   * @param first as above
   */
  public FaultSummary {
    counts = Map.copyOf(counts);
    first = List.copyOf(first);
  }

  /** Returns the same faults in a problem's box. */
  FaultSummary in(Box box) {
    return new FaultSummary(counts, first.stream().map(fault -> fault.in(box)).toList());
  }

  /**
   * Returns how many evaluations gave no usable value.
   *
   * @return the sum of the counts
   */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
