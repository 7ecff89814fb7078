package org.multidescent.bench.compare;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.multidescent.bench.contender.Improvement;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.bench.statistics.DataProfile;
import org.multidescent.bench.statistics.Ecdf;
import org.multidescent.problem.Problem;
import org.multidescent.start.Starts;

/**
 * The contenders' data profiles. A problem with a seed counts as one problem, whose common start is
 * the seed's first one and whose least value is the known minimum; where all but tau of the way is
 * further than the value that solves the problem, at which runs end, that value is the target.
 */
final class Profiles {

  private static final int[] BUDGETS = {10, 30, 100, 300, 1_000, 3_000, 10_000};

  private final double tau;
  private final int pairs;
  private final double most;
  private final Map<Competitor, Ecdf> profiles = new LinkedHashMap<>();

  private Profiles(double tau, List<List<RunResult>> complete) {
    this.tau = tau;
    this.pairs = complete.size();
    this.most =
        complete.stream().flatMap(List::stream).mapToDouble(Profiles::gradients).max().orElse(0);
    int[] dimensions =
        complete.stream().mapToInt(rows -> rows.get(0).spec().problem().dimension()).toArray();
    double[] targets = complete.stream().mapToDouble(rows -> target(rows.get(0))).toArray();
    int competitors = complete.isEmpty() ? 0 : complete.get(0).size();
    for (int competitor = 0; competitor < competitors; competitor++) {
      int of = competitor;
      List<RunResult> runs = complete.stream().map(rows -> rows.get(of)).toList();
      double[] evaluations =
          IntStream.range(0, pairs)
              .mapToDouble(p -> evaluations(runs.get(p), targets[p]))
              .toArray();
      profiles.put(runs.get(0).spec().competitor(), DataProfile.of(evaluations, dimensions));
    }
  }

  /** Returns the profiles over the problems and seeds that every contender has finished. */
  static Profiles of(Results results, double tau) {
    record Pair(BenchmarkProblem problem, long seed) {}

    int competitors = results.competitors().size();
    Collection<List<RunResult>> pairs =
        results.rows().stream()
            .collect(
                Collectors.groupingBy(
                    row -> new Pair(row.spec().problem(), row.spec().seed()),
                    LinkedHashMap::new,
                    Collectors.toList()))
            .values();
    return new Profiles(tau, pairs.stream().filter(rows -> rows.size() == competitors).toList());
  }

  boolean isEmpty() {
    return profiles.isEmpty();
  }

  String markdown() {
    MarkdownTable grid =
        new MarkdownTable(
            1,
            IntStream.concat(IntStream.of(-1), IntStream.of(BUDGETS))
                .mapToObj(b -> b < 0 ? "contender" : String.format(Locale.ROOT, "%,d", b))
                .toArray(String[]::new));
    profiles.forEach(
        (competitor, profile) ->
            grid.row(
                IntStream.rangeClosed(-1, BUDGETS.length - 1)
                    .mapToObj(i -> i < 0 ? competitor.toString() : share(profile, BUDGETS[i]))
                    .toArray(String[]::new)));
    return grid.markdown();
  }

  /** Says what the table and the chart show. */
  String explanation() {
    return String.format(
        Locale.ROOT,
        "Data profiles (Moré and Wild, SIAM J. Optim. 20, 2009): the share of %d problems and seeds"
            + " solved within a number of simplex gradients, of d + 1 calls each. Solved is all but"
            + " tau = %.0e of the way from the seed's first start to the minimum, or the problem's"
            + " own target if that comes first.",
        pairs,
        tau);
  }

  String title() {
    return String.format(Locale.ROOT, "Data profiles, tau = %.0e", tau);
  }

  List<Curve> curves() {
    double[] x = Curve.logarithmic(1, Math.max(10, most));
    return profiles.entrySet().stream()
        .map(
            profile ->
                new Curve(
                    profile.getKey().toString(),
                    x,
                    Arrays.stream(x).map(profile.getValue()::share).toArray()))
        .toList();
  }

  private static double gradients(RunResult row) {
    return row.outcome().evaluations() / (row.spec().problem().dimension() + 1.0);
  }

  private static String share(Ecdf profile, int budget) {
    return String.format(Locale.ROOT, "%.3f", profile.share(budget));
  }

  private double target(RunResult row) {
    BenchmarkProblem solved = row.spec().problem();
    double first = first(solved.testProblem().problem(), row.spec().seed());
    return Double.isFinite(first)
        ? Math.max(solved.target(), DataProfile.target(first, solved.testProblem().minimum(), tau))
        : solved.target();
  }

  private static double first(Problem problem, long seed) {
    double[] start = new double[problem.dimension()];
    Starts.uniform().fill(seed, 0, problem.startBox(), start);
    return problem.evaluator().value(start);
  }

  private static double evaluations(RunResult row, double target) {
    for (Improvement improvement : row.outcome().improvements()) {
      if (improvement.value() <= target) {
        return improvement.evaluation();
      }
    }
    return Double.POSITIVE_INFINITY;
  }
}
