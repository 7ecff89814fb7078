package org.multidescent.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a problem's objective does when it is asked the same twice, and by many threads at once:
 * what a search relies on.
 *
 * @param positions how many positions were tried
 * @param threads how many threads asked at once
 * @param findings what is wrong; none if all is well
 * @param gradients the analytic gradient against differences, at a few of the positions; none if
 *     there is no analytic gradient
 */
public record SelfTest(
    int positions, int threads, List<Finding> findings, List<GradientCheck> gradients) {

  /** What can be wrong. */
  public enum Kind {
    /** A call threw. */
    THREW,
    /** A value inside the box is NaN or infinite. */
    NOT_FINITE,
    /** The same position has another value the second time. */
    NOT_REPEATABLE,
    /** The same position has another value, or none, in a batch of all positions. */
    NOT_THE_SAME_IN_A_BATCH,
    /** The same position has another value while other threads call, too. */
    NOT_THREAD_SAFE,
    /** The analytic gradient differs from finite differences. */
    GRADIENT
  }

  /**
   * Something that is wrong, at the first position where it was seen.
   *
   * @param kind what
   * @param position where, in the problem's coordinates; copied
   * @param expected the value of the first call
   * @param seen the value seen instead, or the largest relative error of a gradient
   * @param thrown the class of what was thrown, or which residual is not finite; null if there is
   *     no more to say
   * @param times at how many positions
   * @param parameters whose values the position is; null if the problem has none by name
   */
  public record Finding(
      Kind kind,
      double[] position,
      double expected,
      double seen,
      @Nullable String thrown,
      int times,
      @Nullable Parameters parameters) {

    /**
     * Creates a finding.
     *
     * @param kind as above
     * @param position as above
     * @param expected as above
     * @param seen as above
     * @param thrown as above
     * @param times as above
     * @param parameters as above
     */
    public Finding {
      position = position.clone();
    }

    /**
     * Returns where.
     *
     * @return a copy of the position, in the problem's coordinates
     */
    @Override
    public double[] position() {
      return position.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Finding finding
          && kind == finding.kind
          && Arrays.equals(position, finding.position)
          && Double.compare(expected, finding.expected) == 0
          && Double.compare(seen, finding.seen) == 0
          && Objects.equals(thrown, finding.thrown)
          && times == finding.times
          && Objects.equals(parameters, finding.parameters);
    }

    @Override
    public int hashCode() {
      return 31 * Objects.hash(kind, expected, seen, thrown, times) + Arrays.hashCode(position);
    }

    @Override
    public String toString() {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String what =
          switch (kind) {
            case THREW -> thrown;
            case NOT_FINITE -> seen + (thrown == null ? "" : ", " + thrown);
            case GRADIENT -> String.format(Locale.ROOT, "relative error %.1e", seen);
            default -> expected + ", then " + seen;
          };
      return "%s at %d positions, first at %s: %s"
          .formatted(name, times, Parameters.describe(parameters, position), what);
    }
  }

  /**
   * Creates a report.
   *
   * @param positions as above
   * @param threads as above
   * @param findings as above; copied
   * @param gradients as above; copied
   */
  public SelfTest {
    findings = List.copyOf(findings);
    gradients = List.copyOf(gradients);
  }

  /**
   * Tells whether nothing is wrong.
   *
   * @return whether there is no finding
   */
  public boolean isPassed() {
    return findings.isEmpty();
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "self-test at %d positions, on %d threads: %s"
            .formatted(positions, threads, isPassed() ? "passed" : "FAILED"));
    findings.forEach(finding -> lines.add("  " + finding));
    return String.join(System.lineSeparator(), lines);
  }
}
