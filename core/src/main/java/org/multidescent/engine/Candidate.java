package org.multidescent.engine;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Estimate;

/**
 * A position of a noisy objective that may be the best.
 *
 * @param u the position in working coordinates; not to be changed
 * @param estimate what is known of its value
 */
record Candidate(double[] u, Estimate estimate) {

  private static final Comparator<Candidate> ORDER =
      Comparator.<Candidate>comparingDouble(candidate -> candidate.estimate.upper())
          .thenComparingDouble(candidate -> candidate.estimate.mean());

  /** Adds a position with a finite value, unless it is there. */
  static void add(List<Candidate> to, double[] u, Estimate estimate) {
    if (Double.isFinite(estimate.mean())
        && to.stream().noneMatch(other -> Arrays.equals(other.u, u))) {
      to.add(new Candidate(u.clone(), estimate));
    }
  }

  /** Returns the one with the lowest upper confidence bound; null if there is none. */
  static @Nullable Candidate lowest(List<Candidate> candidates) {
    return candidates.stream().min(ORDER).orElse(null);
  }

  /** Returns the position with another estimate. */
  Candidate with(Estimate other) {
    return new Candidate(u, other);
  }
}
