package org.multidescent.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.multidescent.problem.Box;
import org.multidescent.problem.Feasibility;
import org.multidescent.problem.Parameters;

/**
 * What a search found.
 *
 * @param best the position with the lowest value ever evaluated; of a noisy objective, the one with
 *     the lowest upper confidence bound among candidates that were evaluated again
 * @param found the distinct positions at which descents ended
 * @param progress the counters at the end, and why the search ended
 * @param initialStarts how many starts were to be evaluated at first
 * @param initialEvaluations evaluations made for that
 * @param budget what the search was allowed
 * @param waiting points left when it ended; {@code starts + perturbations = stalls + waiting}
 * @param history the best values as they were found, the first found first: at most 1,024, evenly
 *     thinned out; of a search that goes on from a checkpoint, since then
 * @param faultSummary the evaluations that gave no usable value
 */
public record Result(
    Best best,
    FoundOptima found,
    Progress progress,
    int initialStarts,
    long initialEvaluations,
    Budget budget,
    long waiting,
    List<Improvement> history,
    FaultSummary faultSummary) {

  /**
   * A position and its value.
   *
   * @param x the position, in the problem's coordinates; NaN before the first value
   * @param estimate what is known of the objective's value there, {@code Infinity} before the
   *     first; under constraints, of the position's number in the order of {@link Feasibility}
   * @param box the problem's bounds, which may know the names of its parameters
   */
  public record Best(double[] x, Estimate estimate, Box box) {

    /**
     * Creates the best.
     *
     * @param x as above; copied
     * @param estimate as above
     * @param box as above
     */
    public Best {
      x = x.clone();
      Objects.requireNonNull(box, "box: null (expected: the problem's bounds)");
    }

    /**
     * Creates the best of an objective without noise.
     *
     * @param x as above; copied
     * @param value the objective's value there
     * @param box as above
     */
    public Best(double[] x, double value, Box box) {
      this(x, Estimate.exact(value), box);
    }

    /**
     * Returns the values of the problem's parameters by name.
     *
     * @return the values, in the order of coordinates
     * @throws IllegalStateException if the problem's box is not that of {@link Parameters}
     */
    public Map<String, Double> values() {
      return parameters().values(x);
    }

    /**
     * Returns the value of one of the problem's parameters.
     *
     * @param name the parameter's name
     * @return its value in its own unit; of a categorical one, the number of the category
     * @throws IllegalStateException if the problem's box is not that of {@link Parameters}
     * @throws IllegalArgumentException if there is none of that name
     */
    public double parameter(String name) {
      return parameters().value(x, name);
    }

    private Parameters parameters() {
      Parameters parameters = box.parameters();
      if (parameters == null) {
        throw new IllegalStateException("box: " + box + " (expected: one made of Parameters)");
      }
      return parameters;
    }

    /**
     * Returns the objective's value at the position.
     *
     * @return the value; of a noisy objective, the mean of {@link #estimate}
     */
    public double value() {
      return estimate.mean();
    }

    /**
     * Returns the position.
     *
     * @return a copy of the position, in the problem's coordinates
     */
    @Override
    public double[] x() {
      return x.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Best best
          && Arrays.equals(x, best.x)
          && estimate.equals(best.estimate)
          && box.equals(best.box);
    }

    @Override
    public int hashCode() {
      return 31 * Arrays.hashCode(x) + Objects.hash(estimate, box);
    }

    @Override
    public String toString() {
      double value = value();
      String told =
          Feasibility.isFeasible(value) || Double.isInfinite(value)
              ? estimate.toString()
              : "no feasible position, violation " + Feasibility.violation(value);
      return told + " at " + box.describe(x);
    }
  }

  /**
   * Creates the result.
   *
   * @param best as above
   * @param found as above
   * @param progress as above
   * @param initialStarts as above
   * @param initialEvaluations as above
   * @param budget as above
   * @param waiting as above
   * @param history as above; copied
   * @param faultSummary as above
   */
  public Result {
    history = List.copyOf(history);
    Objects.requireNonNull(found, "found: null (expected: what descents ended at)");
    Objects.requireNonNull(progress.ending(), "progress: goes on (expected: one that has ended)");
    found = found.in(best.box);
    faultSummary = faultSummary.in(best.box);
  }

  /**
   * Returns the distinct local optima: positions at which a descent could gain nothing more. The
   * position of the {@linkplain #best() best} value is always the first of them, finished or not:
   * see {@link Optimum#end}.
   *
   * @return the optima, lowest first; empty if no position had a value, or none was feasible
   */
  public List<Optimum> optima() {
    return found.optima();
  }

  /**
   * Returns the other positions at which descents ended: given up, as they could hardly become the
   * best. Most are not optima, and descents from there would lead further down.
   *
   * @return the positions, lowest first
   */
  public List<Optimum> unfinished() {
    return found.unfinished();
  }

  /**
   * Returns how complete the list of finished optima is likely to be. Descents that were given up
   * do not count.
   *
   * @return the estimate
   */
  public Completeness completeness() {
    return found.completeness();
  }

  /**
   * Returns why the search ended.
   *
   * @return the reason
   */
  public Ending ending() {
    return Objects.requireNonNull(progress.ending());
  }

  /**
   * Returns how many evaluations gave no usable value, by what was wrong.
   *
   * @return the counts; kinds that did not occur are left out
   */
  public Map<Fault.Kind, Long> faultCounts() {
    return faultSummary.counts();
  }

  /**
   * Returns the first evaluations that gave no usable value.
   *
   * @return the faults
   */
  public List<Fault> firstFaults() {
    return faultSummary.first();
  }

  /**
   * Returns how many evaluations gave no usable value.
   *
   * @return the sum over all kinds
   */
  public long faults() {
    return faultSummary.total();
  }

  /**
   * Returns how many evaluations failed in one way.
   *
   * @param kind what was wrong
   * @return 0 or more
   */
  public long faults(Fault.Kind kind) {
    return faultSummary.counts().getOrDefault(kind, 0L);
  }

  /**
   * Tells whether the best position satisfies the constraints beside the bounds.
   *
   * @return true if there are none; false also before the first value
   */
  public boolean isFeasible() {
    return Feasibility.isFeasible(best.value());
  }

  /**
   * Returns by how much the best position violates the constraints beside the bounds: if there is
   * no feasible one, it is the one that violates them least.
   *
   * @return the sum of the violations, as {@link Feasibility#violation} tells; 0 if it is feasible
   */
  public double violation() {
    return Feasibility.violation(best.value());
  }

  /**
   * Tells whether the objective is noisy: declared to be, or found out by the search.
   *
   * @return whether values are means of several evaluations; {@link Estimate} tells how noisy
   */
  public boolean isNoisy() {
    return best.estimate.isNoisy();
  }

  /**
   * Returns how long the search took.
   *
   * @return wall-clock time
   */
  public Duration elapsed() {
    return progress.elapsed();
  }

  /**
   * Returns what the article's program prints, and why the search ended.
   *
   * @return several lines for a person
   */
  private String minimum() {
    if (isFeasible()) {
      return best.estimate.toString();
    }
    return Double.isInfinite(best.value())
        ? "none: at no position have objective and constraints a value"
        : "none: no feasible position was found, the least violation is " + violation();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        """
        initial evaluations        %,d
        minimum error              %s
        noise                      %s
        result point               %s
        initial points             %,d
        steps                      %,d
        maximum steps              %s
        evaluations                %,d (%,d of the gradient)
        local optima               %s
        ended by                   %s
        time                       %.3f s%s, %,.0f evaluations/s""",
        initialEvaluations,
        minimum(),
        isNoisy() ? "standard deviation " + best.estimate.deviation() + " there" : "none seen",
        best.box.describe(best.x),
        initialStarts,
        progress.steps(),
        budget.steps() == Long.MAX_VALUE
            ? "none"
            : String.format(Locale.ROOT, "%,d", budget.steps()),
        progress.evaluations(),
        progress.gradientEvaluations(),
        optimaForAPerson(),
        ending().name().toLowerCase(Locale.ROOT),
        elapsed().toNanos() / 1e9,
        budget.time().compareTo(Budget.FOREVER) < 0
            ? String.format(Locale.ROOT, " of %.3f s allowed", budget.time().toNanos() / 1e9)
            : "",
        progress.evaluationsPerSecond());
  }

  private String optimaForAPerson() {
    long finished = optima().stream().filter(Optimum::isFinished).count();
    return String.format(
        Locale.ROOT,
        "%,d, and %,d unfinished",
        finished,
        optima().size() - finished + unfinished().size());
  }
}
