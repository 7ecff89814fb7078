package org.multidescent;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;
import org.multidescent.testproblem.TestProblem;
import org.multidescent.testproblem.TestProblems;

/**
 * The kinds of searches whose results are on record: all that may change a result, once or more.
 */
final class GoldenSearches {

  private GoldenSearches() {}

  /**
   * Some searches that have something in common.
   *
   * @param name in the file of digests
   * @param seeds how many searches
   * @param searches makes the search with a seed
   */
  record Kind(String name, int seeds, IntFunction<Search> searches) {

    Search search(int seed) {
      return searches.apply(seed).seed(100 + seed);
    }
  }

  static List<Kind> kinds() {
    return List.of(
        various("default", UnaryOperator.identity(), 900),
        various("analytic", UnaryOperator.identity(), 600, true),
        kind("fused", seed -> limited(Trials.fused(various(seed)), 400)),
        kind("fused-wide", seed -> limited(Trials.fused(wide(seed)), 400)),
        kind("fused-separable", seed -> limited(Trials.fused(rastrigin(seed)), 900)),
        kind("batch", seed -> limited(batch(various(seed)), 700)),
        kind("separable", seed -> limited(rastrigin(seed), 1_500)),
        kind("evolution", GoldenSearches::evolution),
        kind("polish", GoldenSearches::polish),
        kind("holes", seed -> limited(holes(various(seed)), 800)),
        kind("exceptions", GoldenSearches::exceptions),
        kind("failure", seed -> limited(throwing(various(seed)), 800)),
        kind("infinite", seed -> limited(infinite(various(seed)), 600)),
        kind("target", seed -> target(TestProblems.classic().get(3 + 4 * seed))),
        various("steps", search -> search.budget(Budget.steps(40)), 0),
        various("stalls", search -> search.budget(Budget.stalls(9)), 0),
        kind("tiny", seed -> limited(various(seed).withoutGradient(), 1 + 7 * seed)),
        various("slice-1", search -> search.slice(1), 500),
        various("slice-4", search -> search.slice(4), 700),
        kind("article", GoldenSearches::article),
        various("fresh-1", search -> search.restart(RestartStrategy.fresh(1)), 700),
        various("fresh-3", search -> search.restart(RestartStrategy.fresh(3)), 500, true),
        various("no-renewal", search -> search.restart(RestartStrategy.none()), 2_000),
        various("hops", search -> search.restart(hops(0.5, 2, 4, 6)), 900),
        various("one-candidate", search -> search.restart(hops(1, 1, 1, 3)), 700, true),
        various("spectral", descent(StepRule.spectral(), Differences.forward(1e-7)), 700),
        various("lbfgs", descent(StepRule.lbfgs(24), Differences.central(1e-6)), 700),
        various("bfgs", descent(StepRule.bfgs(), Differences.adaptive()), 500, true),
        various("adam", descent(StepRule.adam(0.01), Differences.forward(1e-7)), 500),
        various("momentum", descent(StepRule.momentum(1e-4, 0.9), Differences.forward(1e-7)), 400),
        various("nesterov", descent(StepRule.nesterov(1e-4, 0.9), Differences.adaptive()), 400),
        various("cmaes", descent(StepRule.cmaes(10), Differences.adaptive()), 1_200),
        various("euler", GoldenSearches::euler, 500),
        various("own-coordinates", Search::ownCoordinates, 600),
        various("halton", search -> search.starts(Starts.halton()).initialStarts(30), 500),
        various("latin", search -> search.starts(Starts.latinHypercube(20)).initialStarts(20), 500),
        various("uniform", search -> search.starts(Starts.uniform()).initialStarts(3), 500, true),
        kind("given", GoldenSearches::given),
        various("coarse", search -> search.coarseShare(1), 900),
        various("fine", search -> search.coarseShare(0), 600),
        kind("fixed", seed -> limited(fixed(), 300 + 100 * seed)),
        kind("walls", GoldenSearches::walls),
        kind("wide", seed -> limited(wide(seed), 700)),
        kind(
            "many",
            seed -> limited(TestProblems.rosenbrock(66).problem().withoutGradient(), 2_500)),
        kind("plateau", seed -> limited(plateau(), 200 + 50 * seed)),
        kind("constant", seed -> limited(Problem.of(x -> 3, Box.cube(-1, 1, 3)), 200)),
        kind("steps-of-value", seed -> limited(staircase(), 900 + seed)),
        kind("cluster", seed -> limited(TestProblems.lennardJones(7).problem(), 700)),
        kind("no-minimum", seed -> limited(downhill(), 200 + seed)),
        fit("least-squares", Fits.decays(0.05)),
        fit("least-squares-jacobian", Fits.decays(0.05).jacobian(Fits.jacobian())),
        fit("least-squares-batch", Fits.inBatches(Fits.decays(0.05))),
        fit("least-squares-robust", Fits.decays(0.5).loss(Loss.huber(0.1))),
        constrained("constrained-together", ConstrainedForm.TOGETHER, search -> search),
        constrained("constrained-batch", ConstrainedForm.TOGETHER_BATCH, search -> search),
        constrained("constrained-fused", ConstrainedForm.TOGETHER_FUSED, search -> search),
        constrained("constrained-apart", ConstrainedForm.APART, search -> search.slice(3)),
        constrained("constrained-known", ConstrainedForm.APART_DERIVATIVES, search -> search),
        kind("constrained-ball", seed -> limited(Posed.APART.pose(various(seed)), 600)),
        kind("constrained-evolution", GoldenSearches::constrainedEvolution),
        kind("contradicting", seed -> limited(contradicting(), 300 + seed)));
  }

  private static Kind constrained(
      String name, ConstrainedForm form, UnaryOperator<Search> settings) {
    return kind(
        name, seed -> settings.apply(limited(form.problem(new AtomicLong()), 400 + 100 * seed)));
  }

  private static Kind fit(String name, LeastSquares sum) {
    return kind(name, seed -> limited(sum.problem(Fits.box()), 500 + 100 * seed));
  }

  private static Kind kind(String name, IntFunction<Search> searches) {
    return new Kind(name, 4, searches);
  }

  private static Kind various(String name, UnaryOperator<Search> settings, long evaluations) {
    return various(name, settings, evaluations, false);
  }

  private static Kind various(
      String name, UnaryOperator<Search> settings, long evaluations, boolean analytic) {
    return kind(
        name,
        seed -> {
          Problem problem = various(seed);
          Search search = Search.of(analytic ? problem : problem.withoutGradient());
          return settings.apply(
              evaluations == 0 ? search : search.budget(Budget.evaluations(evaluations)));
        });
  }

  private static Problem various(int seed) {
    List<TestProblem> rotated = TestProblems.rotated();
    return switch (seed % 4) {
      case 0 -> TestProblems.named("goldprice").problem();
      case 1 -> rotated.get(1).problem();
      case 2 -> TestProblems.named("hartmann6").problem();
      default -> rotated.get(rotated.size() - 1).problem();
    };
  }

  private static Problem rastrigin(int seed) {
    return TestProblems.rastrigin(4 + seed).problem();
  }

  private static Problem wide(int seed) {
    return TestProblems.rosenbrock(130 + seed).problem();
  }

  private static Search limited(Problem problem, long evaluations) {
    return Search.of(problem).budget(Budget.evaluations(evaluations));
  }

  private static RestartStrategy hops(double share, int fresh, int candidates, int parents) {
    return RestartStrategy.perturbations(
        new PerturbationSettings(share, fresh, candidates, parents, false));
  }

  private static UnaryOperator<Search> descent(StepRule rule, Differences differences) {
    return search -> search.descent(new Descent(rule, StallRule.standard(), differences));
  }

  private static Search euler(Search search) {
    return search.descent(
        new Descent(StepRule.euler(1e-4), StallRule.positions(5, 1e-4), Differences.article(1e-3)));
  }

  private static Search evolution(int seed) {
    TestProblem landscape = TestProblems.rotated().get(seed % 2);
    return limited(landscape.problem().withoutGradient(), 6_000).coarseShare(0);
  }

  private static Search constrainedEvolution(int seed) {
    Search search = limited(Posed.TOGETHER.pose(various(seed).withoutGradient()), 900);
    return descent(StepRule.cmaes(8), Differences.adaptive()).apply(search);
  }

  private static Search polish(int seed) {
    return limited(TestProblems.rosenbrock(2 + seed).problem().withoutGradient(), 4_000);
  }

  private static Search exceptions(int seed) {
    return limited(throwing(various(seed)), 500).failures(FailurePolicy.tolerate(1_000));
  }

  private static Search target(TestProblem landscape) {
    return Search.of(landscape.problem().withoutGradient())
        .budget(Budget.target(landscape.target()).or(Budget.evaluations(2_000)));
  }

  private static Search article(int seed) {
    return Search.article(TestProblems.article().get(seed % 2).problem())
        .initialStarts(20)
        .budget(Budget.target(0.01).or(Budget.steps(500)));
  }

  private static Search given(int seed) {
    Problem problem = TestProblems.rosenbrock(3).problem().withoutGradient();
    Box box = problem.startBox();
    double[] corner = {box.lower(0), box.lower(1), box.lower(2)};
    double[] inside = {0.3 * box.upper(0), 0.2 * box.upper(1), 0.1 * box.upper(2)};
    Starts starts = Starts.given(List.of(corner, inside), Starts.uniform());
    return limited(problem, 300 + seed).starts(starts).initialStarts(4);
  }

  private static Search walls(int seed) {
    Problem problem = Problem.of(GoldenSearches::valley, Box.cube(-1, 1, 3));
    Problem walled = seed % 2 == 0 ? problem.bounds(Box.cube(-4, 4, 3)) : problem.unbounded();
    return limited(walled, 600);
  }

  private static Problem fixed() {
    return Problem.of(
        GoldenSearches::valley, Box.of(new double[] {-2, 0.5, -2}, new double[] {2, 0.5, 3}));
  }

  private static Problem batch(Problem problem) {
    int dimension = problem.dimension();
    return Problems.batch(
        (xs, count, values) -> {
          double[] x = new double[dimension];
          for (int i = 0; i < count; i++) {
            System.arraycopy(xs, i * dimension, x, 0, dimension);
            values[i] = problem.evaluator().value(x);
          }
        },
        problem.startBox());
  }

  private static Problem holes(Problem problem) {
    return Problem.of(
        x -> Math.abs(x[0] * 7 % 1) < 0.2 ? Double.NaN : problem.evaluator().value(x),
        problem.startBox());
  }

  private static Problem infinite(Problem problem) {
    return Problem.of(
        x -> x[0] * 3 % 1 > 0.5 ? Double.POSITIVE_INFINITY : problem.evaluator().value(x),
        problem.startBox());
  }

  private static Problem throwing(Problem problem) {
    return Problem.of(
        x -> {
          if (Math.abs(x[0] * 5 % 1) < 0.05) {
            throw new IllegalStateException("no value here");
          }
          return problem.evaluator().value(x);
        },
        problem.startBox());
  }

  private static Problem contradicting() {
    return Problem.of(GoldenSearches::valley, Box.cube(-2, 2, 3))
        .subjectTo(
            Constraints.of(
                (x, c) -> {
                  c[0] = x[0] * x[0] + x[1] * x[1] - 1;
                  c[1] = 2 - x[0] - x[1];
                },
                2,
                0));
  }

  private static Problem plateau() {
    return Problem.of(x -> -Math.exp(-100 * valley(x)), Box.cube(-10, 10, 2));
  }

  private static Problem staircase() {
    return Problem.of(x -> Math.floor(10 * valley(x)), Box.cube(-2, 2, 2));
  }

  private static Problem downhill() {
    return Problem.of(x -> x[0] - x[1], Box.cube(-1, 1, 2)).unbounded();
  }

  private static double valley(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double next = x[(i + 1) % x.length];
      sum += (i + 1) * Math.pow(x[i] - 0.3, 2) + 3 * Math.pow(next - x[i] * x[i], 2);
    }
    return sum;
  }
}
