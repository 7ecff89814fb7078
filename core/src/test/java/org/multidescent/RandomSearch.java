package org.multidescent;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.Next;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/**
 * A problem and a search drawn from a number: every public setting at random. The objective is a
 * function of the position alone, whatever it returns or throws.
 */
final class RandomSearch {

  static final int MOST_EVALUATIONS = 400;

  /** From this number on, runs of evolution strategies begin, wait and go on at any time. */
  static final long RUNS = 1_000_000_000;

  final Box box;
  final Problem problem;
  final boolean constrained;
  final boolean throwing;

  /** Whether many positions have the same value, so that of several equal ones any may be told. */
  final boolean flat;

  final int lanes;

  private final SplittableRandom random;
  private final int shape;
  private final StepRule stepRule;
  private final Settings settings;

  /** What a search that goes on from a checkpoint must be told again, and the numbers. */
  private record Settings(Starts starts, Descent descent, RestartStrategy restart, Budget budget) {}

  RandomSearch(long seed) {
    random = new SplittableRandom(seed);
    shape = random.nextInt(8);
    throwing = shape == 7;
    flat = shape == 1 || shape == 2;
    box = box();
    int flavour = random.nextInt(8);
    constrained = flavour == 6;
    LeastSquares sum = LeastSquares.of(this::residuals, box.dimension() + 1);
    problem = bounded(problem(flavour, sum), flavour);
    stepRule = flavour == 7 ? StepRule.levenbergMarquardt(sum) : rule();
    lanes = random.nextBoolean() ? 1 + random.nextInt(9) : 0;
    RestartStrategy restart = seed < RUNS ? restart() : new AlternatingRuns();
    settings = new Settings(starts(), descent(), restart, budget());
  }

  private Box box() {
    int dimension = 1 + random.nextInt(5);
    double width = Math.pow(10, random.nextInt(-3, 7));
    double[] lower = random.doubles(dimension, -width, width).toArray();
    double[] upper =
        DoubleStream.of(lower)
            .map(from -> random.nextInt(8) == 0 ? from : from + width * random.nextDouble())
            .toArray();
    return Box.of(lower, upper);
  }

  private Problem problem(int flavour, LeastSquares sum) {
    return switch (flavour) {
      case 1 -> Problem.withGradient(this::value, this::valueAndGradient, box);
      case 2 -> Problems.batch(this::values, box);
      case 3 -> Problem.of(this::value, box).serial();
      case 4 -> Problems.perWorker(() -> this::value, box);
      case 6 -> constrained();
      case 7 -> random.nextBoolean() ? sum.problem(box) : sum.problem(box).inBatches();
      default -> Problem.of(this::value, box);
    };
  }

  /** One inequality, sometimes an equation beside it, in any form. */
  private Problem constrained() {
    int equations = random.nextInt(3) == 0 ? 1 : 0;
    int count = 1 + equations;
    Constraints apart = Constraints.of(this::constraints, 1, equations);
    return switch (random.nextInt(8)) {
      case 0 -> together(equations).problem(box);
      case 1 -> together(equations).derivatives(this::derivatives).problem(box);
      case 2 -> Constrained.withDerivatives(this::derivatives, 1, equations).problem(box);
      case 3 ->
          Constrained.batch(
                  (xs, n, values, c) -> {
                    batch(xs, n, c, count);
                    values(xs, n, values);
                  },
                  1,
                  equations)
              .problem(box);
      case 4 ->
          Problems.batch(this::values, box)
              .subjectTo(Constraints.batch((xs, n, c) -> batch(xs, n, c, count), 1, equations));
      case 5 ->
          Problem.withGradient(this::valueAndGradient, box).subjectTo(apart.jacobian(this::rows));
      case 6 ->
          Problem.withGradient(this::value, this::valueAndGradient, box).subjectTo(apart).serial();
      default -> Problem.of(this::value, box).subjectTo(apart);
    };
  }

  private Constrained together(int equations) {
    return Constrained.of(
        (x, c) -> {
          constraints(x, c);
          return value(x);
        },
        1,
        equations);
  }

  private double derivatives(double[] x, double[] gradient, double[] c, double[] rows) {
    constraints(x, c);
    rows(x, rows);
    return valueAndGradient(x, gradient);
  }

  private void constraints(double[] x, double[] c) {
    c[0] = share(x, 0) - 0.6;
    if (c.length > 1) {
      double last = share(x, x.length - 1);
      c[1] = last * last - 0.2;
    }
  }

  private void rows(double[] x, double[] rows) {
    Arrays.fill(rows, 0);
    int last = x.length - 1;
    rows[0] = box.width(0) == 0 ? 0 : 1 / box.width(0);
    if (rows.length > x.length) {
      rows[x.length + last] = box.width(last) == 0 ? 0 : 2 * share(x, last) / box.width(last);
    }
  }

  private void batch(double[] xs, int n, double[] c, int count) {
    double[] one = new double[count];
    int dimension = box.dimension();
    for (int k = 0; k < n; k++) {
      constraints(Arrays.copyOfRange(xs, k * dimension, (k + 1) * dimension), one);
      System.arraycopy(one, 0, c, k * count, count);
    }
  }

  private Problem bounded(Problem plain, int flavour) {
    return flavour >= 6 || random.nextInt(4) > 0 ? plain : plain.unbounded();
  }

  private StepRule rule() {
    if (constrained) {
      return random.nextBoolean() ? StepRule.sqp() : StepRule.cmaes(2 + random.nextInt(9));
    }
    return switch (random.nextInt(9)) {
      case 0 -> StepRule.lbfgs(1 + random.nextInt(20));
      case 1 -> StepRule.bfgs();
      case 2 -> StepRule.spectral();
      case 3 -> StepRule.adam(Math.pow(10, -random.nextInt(6)));
      case 4 -> StepRule.momentum(Math.pow(10, -random.nextInt(6)), random.nextDouble());
      case 5 -> StepRule.nesterov(Math.pow(10, -random.nextInt(6)), random.nextDouble());
      case 6 -> StepRule.cmaes(random.nextBoolean() ? 0 : 2 + random.nextInt(9));
      case 7 -> StepRule.euler(Math.pow(10, -random.nextInt(6)));
      default -> StepRule.standard();
    };
  }

  private Descent descent() {
    StallRule stalls =
        switch (random.nextInt(6)) {
          case 0 -> StallRule.gradient(1e-6);
          case 1 -> StallRule.step(1e-6);
          case 2 -> StallRule.value(1e-9, 100);
          case 3 -> StallRule.positions(1 + random.nextInt(20), 1e-3).or(StallRule.value(0, 4));
          default -> StallRule.standard();
        };
    Differences differences =
        switch (random.nextInt(4)) {
          case 0 -> Differences.forward(1e-7);
          case 1 -> Differences.central(1e-5);
          case 2 -> Differences.article(1e-3);
          default -> Differences.adaptive();
        };
    return new Descent(stepRule, stalls, differences, !constrained && random.nextBoolean());
  }

  private Starts starts() {
    Starts sequence =
        switch (random.nextInt(5)) {
          case 0 -> Starts.uniform();
          case 1 -> Starts.halton();
          case 2 -> Starts.latinHypercube(1 + random.nextInt(20));
          case 3 -> Starts.centred(Starts.uniform());
          default -> Starts.sobol();
        };
    double[] corner = new double[box.dimension()];
    for (int i = 0; i < corner.length; i++) {
      corner[i] = random.nextBoolean() ? box.lower(i) : box.upper(i);
    }
    return random.nextInt(3) == 0 ? Starts.given(List.of(corner), sequence) : sequence;
  }

  private RestartStrategy restart() {
    return switch (random.nextInt(5)) {
      case 0 -> RestartStrategy.none();
      case 1 -> RestartStrategy.fresh(1 + random.nextInt(5));
      case 2 -> dimension -> (outcome, view) -> new Next.Fresh(view.optima() % 3);
      default ->
          RestartStrategy.perturbations(
              new PerturbationSettings(
                  random.nextBoolean() ? 1 : 0.05 + 0.9 * random.nextDouble(),
                  1 + random.nextInt(5),
                  1 + random.nextInt(16),
                  3 + random.nextInt(10),
                  random.nextBoolean()));
    };
  }

  private Budget budget() {
    Budget budget = Budget.evaluations(1 + random.nextInt(MOST_EVALUATIONS));
    budget = random.nextInt(4) == 0 ? budget.or(Budget.steps(1 + random.nextInt(60))) : budget;
    budget = random.nextInt(4) == 0 ? budget.or(Budget.stalls(1 + random.nextInt(20))) : budget;
    return random.nextInt(6) == 0 ? budget.or(Budget.target(random.nextInt(-2, 2))) : budget;
  }

  /** Returns the search; of the same number it is the same but for its problem. */
  Search search(Problem watched) {
    Search search =
        Search.of(watched).seed(random.nextInt(100)).coarseShare(random.nextInt(3) / 2.0);
    search = random.nextBoolean() ? search.initialStarts(1 + random.nextInt(40)) : search;
    search = random.nextInt(4) == 0 ? search.ownCoordinates() : search;
    search = random.nextBoolean() ? search.slice(1 + random.nextInt(9)) : search;
    search = lanes > 0 ? search.reproducible(lanes) : search;
    return told(search).budget(settings.budget);
  }

  /** Returns a search that goes on, told what its checkpoint does not hold. */
  Search told(Search resumed) {
    return resumed
        .starts(settings.starts)
        .descent(settings.descent)
        .restart(settings.restart)
        .failures(FailurePolicy.tolerate(shape == 7 ? Long.MAX_VALUE : 0));
  }

  /** Where in its box a coordinate lies. */
  private double share(double[] x, int i) {
    double width = box.width(i);
    return width == 0 ? 0.5 : (x[i] - box.lower(i)) / width;
  }

  private double value(double[] x) {
    double bowl = 0;
    double ripples = 0;
    for (int i = 0; i < x.length; i++) {
      double away = share(x, i) - 0.3 - 0.1 * i;
      bowl += (1 + i) * away * away;
      ripples += 1 - StrictMath.cos(17 * away);
    }
    boolean hole = Math.abs(share(x, 0) * 7 % 1) < 0.3;
    return switch (shape) {
      case 0 -> bowl;
      case 1 -> Math.floor(20 * bowl);
      case 2 -> 3;
      case 3 -> hole ? Double.NaN : bowl + ripples;
      case 4 -> hole ? Double.POSITIVE_INFINITY : Math.sqrt(bowl);
      case 5 -> 1e200 * (bowl + ripples - 1);
      case 7 -> {
        if (hole) {
          throw new Saboteur.Trouble();
        }
        yield bowl + ripples;
      }
      default -> bowl + ripples - 2;
    };
  }

  /**
   * A gradient that is right but for the scale of the smooth part; wrong ones are survived, too.
   */
  private double valueAndGradient(double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      double away = share(x, i) - 0.3 - 0.1 * i;
      double width = box.width(i) == 0 ? 1 : box.width(i);
      gradient[i] =
          (2 * (1 + i) * away + (shape == 0 ? 0 : 17 * StrictMath.sin(17 * away))) / width;
    }
    return value(x);
  }

  private void values(double[] xs, int count, double[] values) {
    int dimension = box.dimension();
    double[] x = new double[dimension];
    for (int k = 0; k < count; k++) {
      System.arraycopy(xs, k * dimension, x, 0, dimension);
      values[k] = value(x);
    }
  }

  private void residuals(double[] x, double[] residuals) {
    double last = value(x);
    for (int i = 0; i < x.length; i++) {
      residuals[i] = share(x, i) - 0.3 - 0.1 * i;
    }
    residuals[x.length] = Math.abs(last) > 1e100 ? 1e-200 * last : last;
  }
}
