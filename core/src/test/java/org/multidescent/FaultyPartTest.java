package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.Stall;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Result;
import org.multidescent.restart.Next;
import org.multidescent.restart.Perturbation;
import org.multidescent.restart.RestartStrategy;
import org.multidescent.start.Starts;

/** Parts a user supplies, other than the objective, that fail: the search ends and says so. */
class FaultyPartTest {

  private static final Box BOX = Box.cube(0, 1, 2);

  static Stream<Arguments> parts() {
    return Stream.of(
            row("the starts failed: start 3", s -> s.starts(badStarts(3, null))),
            row("the starts failed: start 40", s -> s.starts(badStarts(40, null))),
            row(
                "the starts failed: start 3: [2.0, 2.0] (expected: inside Box[[0.0, 0.0] .. [1.0,"
                    + " 1.0]])",
                s -> s.starts(badStarts(3, 2.0))),
            row(
                "the starts failed: start 5: [NaN, NaN] (expected: inside Box[[0.0, 0.0] .. [1.0,"
                    + " 1.0]])",
                s -> s.starts(badStarts(5, Double.NaN))),
            row("the restart strategy failed", s -> s.restart(strategy(() -> fail("renewal")))),
            row(
                "the restart strategy failed: it decided null (expected: what comes next)",
                s -> s.restart(strategy(() -> null))),
            row(
                "the restart strategy failed: a perturbation of 0 candidates (expected: 1 or more)",
                s -> s.restart(strategy(() -> new Next.Perturb(new BadHop(0, 0.5))))),
            row(
                "the restart strategy failed: a perturbation proposed NaN for coordinate 0 (expected: a number)",
                s -> s.restart(strategy(() -> new Next.Perturb(new BadHop(1, Double.NaN))))),
            row(
                "the restart strategy failed: a perturbation of kind " + BadHop.class.getName(),
                s -> s.restart(strategy(() -> new Next.Perturb(new BadHop(1, -1))))),
            row(
                "the search failed: java.lang.IllegalStateException",
                s -> s.descent(descent(false))))
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest(name = "{0}, {2} workers")
  @MethodSource("parts")
  void endTheSearch(String message, UnaryOperator<Search> part, int workers) {
    Witness witness = new Witness();
    Problem problem = Problem.of(x -> Math.cos(9 * x[0]) + x[1] * x[1], BOX);
    Search search =
        part.apply(Search.of(witness.watch(problem)).initialStarts(20).workers(workers));
    Throwable thrown = catchThrowable(search::run);
    assertThat(thrown).isInstanceOf(SearchFailedException.class).hasMessage(message);
    assertThat(thrown.getCause()).isInstanceOf(IllegalStateException.class);
    Result result = ((SearchFailedException) thrown).result();
    assertThat(result.ending()).isEqualTo(Ending.FAILED);
    witness.confirm(result);
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, origin: null (expected: one at its place)",
    "0, true, kind: null (expected: a kind of perturbation)",
    "-1, true, source: -1 (expected: 0 or more)"
  })
  void aPerturbationThatSaysNotWhatItIsEndsTheSearch(long source, boolean kindless, String cause) {
    for (int lanes : new int[] {0, 3}) {
      Perturbation perturbation = new UnnamedPerturbation(source, kindless);
      Search search =
          Search.of(Problem.of(x -> x[0] + x[1], BOX))
              .workers(2)
              .restart(strategy(() -> new Next.Perturb(perturbation)));
      assertThatThrownBy((lanes > 0 ? search.reproducible(lanes) : search)::run)
          .hasMessage(
              "the restart strategy failed: a perturbation of kind "
                  + UnnamedPerturbation.class.getName())
          .hasRootCauseMessage(cause);
    }
  }

  @ParameterizedTest
  @MethodSource("org.multidescent.FaultyPartTest#counts")
  void aSupplierOfObjectivesThatFailsOnceEndsTheSearch(int workers) {
    CountDownLatch missing = new CountDownLatch(workers);
    Problem problem =
        Problems.perWorker(
            () -> {
              synchronized (missing) {
                missing.countDown();
                if (missing.getCount() == 0) {
                  throw new IllegalStateException("no licence");
                }
              }
              return x -> valueOnceAllAreSupplied(missing, x);
            },
            BOX);
    Throwable thrown = catchThrowable(Search.of(problem).workers(workers)::run);
    assertThat(thrown).hasMessage("the problem failed: no evaluator for a worker");
    assertThat(thrown.getCause()).hasMessage("no licence");
    assertThat(Witness.threads()).isEmpty();
  }

  /** Otherwise the search could be over before the last objective is asked for. */
  private static double valueOnceAllAreSupplied(CountDownLatch missing, double[] x) {
    try {
      missing.await();
    } catch (InterruptedException early) {
      throw new IllegalStateException(early);
    }
    return x[0];
  }

  @ParameterizedTest
  @MethodSource("org.multidescent.FaultyPartTest#counts")
  void aStepRuleThatMovesToNaNBreaksThePoint(int workers) {
    Witness witness = new Witness();
    Problem problem = witness.watch(Problem.of(x -> x[0], BOX));
    Result result = Search.of(problem).descent(descent(true)).workers(workers).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.optima()).noneMatch(Optimum::isFinished);
    witness.confirm(result);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evolution-many", "polish", "", "cross"})
  void aKindOfPerturbationMayHaveAnyName(String name) {
    Perturbation perturbation = new NamedPerturbation(name);
    Problem problem = Problem.of(x -> x[0] * x[0] + x[1] * x[1], BOX);
    Result result =
        Search.of(problem)
            .initialStarts(4)
            .workers(1)
            .restart(strategy(() -> new Next.Perturb(perturbation)))
            .budget(Budget.stalls(12))
            .run();
    assertThat(result.ending()).isEqualTo(Ending.STALLS);
    assertThat(result.progress().perturbations()).isPositive();
  }

  static Stream<Integer> counts() {
    return Stream.of(1, 2, 8);
  }

  private static Arguments[] row(String message, UnaryOperator<Search> part) {
    return counts().map(workers -> Arguments.of(message, part, workers)).toArray(Arguments[]::new);
  }

  private static <T> T fail(String what) {
    throw new IllegalStateException(what);
  }

  /** Uniform starts but for one, which is the value given, or throws. */
  private static Starts badStarts(long bad, @Nullable Double value) {
    return (seed, index, box, x) -> {
      if (index != bad) {
        Starts.uniform().fill(seed, index, box, x);
      } else if (value != null) {
        Arrays.fill(x, value);
      } else {
        fail("start");
      }
    };
  }

  private static RestartStrategy strategy(java.util.function.Supplier<@Nullable Next> next) {
    return dimension -> (outcome, outlook) -> next.get();
  }

  private static Descent descent(boolean moves) {
    StepRule rule =
        new StepRule() {
          @Override
          public int memory(int dimension) {
            return 0;
          }

          @Override
          public @Nullable Stall step(Point point, Oracle oracle) {
            if (!moves) {
              return fail("step");
            }
            oracle.value(point.position());
            point.moveTo(point.position().clone(), Double.NaN);
            return null;
          }
        };
    return new Descent(rule, StallRule.standard(), Differences.adaptive());
  }

  /** Proposes one value for all coordinates; throws for a negative one. */
  private record BadHop(int candidates, double value) implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Perturbation("bad", place);
    }

    @Override
    public long source() {
      return 0;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      if (value < 0) {
        fail("hop");
      }
      Arrays.fill(u, value);
    }
  }

  /** Has an origin without a kind or none at all, or leaves from no optimum. */
  private record UnnamedPerturbation(long source, boolean kindless) implements Perturbation {

    @Override
    @SuppressWarnings("NullAway")
    public Origin.Drawn origin(Origin.Place place) {
      return kindless ? new Origin.Perturbation(null, place) : null;
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      Arrays.fill(u, 0.5);
    }
  }

  /** Proposes uniform positions, under a name. */
  private record NamedPerturbation(String name) implements Perturbation {

    @Override
    public Origin.Drawn origin(Origin.Place place) {
      return new Origin.Perturbation(name, place);
    }

    @Override
    public long source() {
      return 0;
    }

    @Override
    public int candidates() {
      return 1;
    }

    @Override
    public void propose(RandomGenerator random, double[] u) {
      Arrays.setAll(u, i -> random.nextDouble());
    }
  }
}
