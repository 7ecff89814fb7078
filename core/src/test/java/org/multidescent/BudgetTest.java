package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;
import org.multidescent.restart.PerturbationSettings;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** A budget is used to the last unit and never beyond, whatever the settings. */
class BudgetTest {

  private static final int SETTINGS = 1000;

  private static final List<StepRule> STEPS =
      List.of(
          StepRule.lbfgs(),
          StepRule.bfgs(),
          StepRule.spectral(),
          StepRule.adam(0.01),
          StepRule.momentum(1e-3, 0.9),
          StepRule.euler(1e-3));

  private static final List<StepRule> CONSTRAINED_STEPS =
      List.of(StepRule.sqp(), StepRule.sqp(), StepRule.cmaes(5));

  private static final List<Differences> DIFFERENCES =
      List.of(
          Differences.adaptive(),
          Differences.forward(1e-7),
          Differences.central(1e-5),
          Differences.article(1e-3));

  private static final List<RestartStrategy> STRATEGIES =
      List.of(
          RestartStrategy.fresh(1),
          RestartStrategy.fresh(3),
          RestartStrategy.perturbations(PerturbationSettings.STANDARD));

  @ParameterizedTest
  @EnumSource
  void isUsedToTheLastUnit(Posed posed) {
    for (int seed = 0; seed < SETTINGS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Witness witness = new Witness();
      Budget budget = budget(random);
      Result result = search(random, witness, posed).seed(seed).budget(budget).run();
      witness.confirm(result);
      switch (result.ending()) {
        case EVALUATIONS -> assertThat(witness.calls()).isEqualTo(budget.evaluations());
        case STEPS -> assertThat(result.progress().steps()).isEqualTo(budget.steps());
        case STALLS -> assertThat(result.progress().stalls()).isEqualTo(budget.stalls());
        default -> throw new AssertionError("setting " + seed + " ended by " + result.ending());
      }
    }
  }

  /** The budget ends just when workers that have done their share wait for the others. */
  @ParameterizedTest
  @CsvSource({
    "FREE, 1",
    "FREE, 2",
    "FREE, 3",
    "FREE, 8",
    "APART, 1",
    "APART, 2",
    "APART, 3",
    "APART, 8",
    "TOGETHER, 1",
    "TOGETHER, 2",
    "TOGETHER, 3",
    "TOGETHER, 8"
  })
  void endsWhereTheStartsDo(Posed posed, int workers) {
    for (int calls = 95; calls <= 105; calls++) {
      Witness witness = new Witness();
      Result result =
          Search.of(witness.watch(problem(2, 0, posed)))
              .workers(workers)
              .initialStarts(100)
              .budget(Budget.evaluations(calls))
              .run();
      witness.confirm(result);
      assertThat(witness.calls()).isEqualTo(calls);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FREE, 1",
    "FREE, 2",
    "FREE, 8",
    "APART, 1",
    "APART, 2",
    "APART, 8",
    "TOGETHER, 1",
    "TOGETHER, 2",
    "TOGETHER, 8"
  })
  void aTargetIsReportedWithTheValueThatReachedIt(Posed posed, int workers) {
    Witness witness = new Witness();
    Result result =
        Search.of(witness.watch(problem(2, 1, posed)))
            .workers(workers)
            .budget(Budget.target(-0.9).or(Budget.evaluations(100_000)))
            .run();
    witness.confirm(result);
    assertThat(result.ending()).isEqualTo(Ending.TARGET);
    assertThat(result.best().value()).isLessThanOrEqualTo(-0.9);
  }

  @ParameterizedTest
  @CsvSource({
    "FREE, 1",
    "FREE, 2",
    "FREE, 8",
    "APART, 1",
    "APART, 2",
    "APART, 8",
    "TOGETHER, 1",
    "TOGETHER, 2",
    "TOGETHER, 8"
  })
  void aSearchWithoutRestartsRunsDry(Posed posed, int workers) {
    Witness witness = new Witness();
    Result result =
        Search.of(witness.watch(problem(2, 1, posed)))
            .workers(workers)
            .initialStarts(20)
            .restart(RestartStrategy.none())
            .budget(Budget.unlimited())
            .run();
    witness.confirm(result);
    assertThat(result.ending()).isEqualTo(Ending.EXHAUSTED);
    assertThat(result.waiting()).isZero();
    assertThat(result.progress().stalls()).isEqualTo(20);
  }

  private static Budget budget(SplittableRandom random) {
    Budget budget = Budget.evaluations(1 + random.nextInt(400));
    if (random.nextInt(3) == 0) {
      budget = budget.or(Budget.steps(1 + random.nextInt(40)));
    }
    return random.nextInt(5) == 0 ? budget.or(Budget.stalls(1 + random.nextInt(20))) : budget;
  }

  private static Search search(SplittableRandom random, Witness witness, Posed posed) {
    Search search =
        Search.of(witness.watch(problem(1 + random.nextInt(3), random.nextInt(4), posed)))
            .workers(pick(random, List.of(1, 2, 8)))
            .descent(
                new Descent(
                    pick(random, posed.isConstrained() ? CONSTRAINED_STEPS : STEPS),
                    StallRule.standard(),
                    pick(random, DIFFERENCES)))
            .coarseShare(0.5 * random.nextInt(3))
            .restart(pick(random, STRATEGIES))
            .starts(pick(random, List.of(Starts.sobol(), Starts.uniform())))
            .slice(pick(random, List.of(1, 3, Integer.MAX_VALUE)));
    List<Search> variants =
        new ArrayList<>(List.of(search, search.exactFrontier(), search.relaxedFrontier()));
    search = pick(random, variants);
    return random.nextBoolean() ? search.initialStarts(1 + random.nextInt(200)) : search;
  }

  /** A wavy bowl: finite differences, an analytic gradient, apart or with the value, or batches. */
  private static Problem problem(int dimension, int kind, Posed posed) {
    Box box = Box.cube(-2, 3, dimension);
    Problem free = problem(box, kind);
    return posed == Posed.TOGETHER && free.isBatch()
        ? posed.pose(free).inBatches()
        : posed.pose(free);
  }

  private static Problem problem(Box box, int kind) {
    int dimension = box.dimension();
    return switch (kind) {
      case 0 -> Problem.of(BudgetTest::value, box);
      case 1 -> Problem.withGradient(BudgetTest::value, BudgetTest::valueAndGradient, box);
      case 2 -> Problem.withGradient(BudgetTest::valueAndGradient, box);
      default ->
          Problems.batch(
              (positions, count, values) -> {
                for (int k = 0; k < count; k++) {
                  double[] x = new double[dimension];
                  System.arraycopy(positions, k * dimension, x, 0, dimension);
                  values[k] = value(x);
                }
              },
              box);
    };
  }

  private static double value(double[] x) {
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi - Math.cos(5 * xi);
    }
    return sum / x.length;
  }

  private static double valueAndGradient(double[] x, double[] gradient) {
    for (int i = 0; i < x.length; i++) {
      gradient[i] = (2 * x[i] + 5 * Math.sin(5 * x[i])) / x.length;
    }
    return value(x);
  }

  private static <T> T pick(SplittableRandom random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
