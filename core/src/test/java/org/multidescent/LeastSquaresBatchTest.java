package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.function.BatchException;
import org.multidescent.function.BatchResiduals;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Problem;
import org.multidescent.problem.SelfTest;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Residuals for many positions in one call. */
class LeastSquaresBatchTest {

  private static final int DIMENSION = Fits.TRUTH.length;

  private final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());

  private static void decays(double[] positions, int count, double[] residuals) {
    Evaluator evaluator = Fits.decays(0.05).problem(Fits.box()).evaluator();
    evaluator.residuals(positions, count, residuals, new double[count]);
  }

  private Search search(BatchResiduals residuals, long evaluations) {
    BatchResiduals recording =
        (positions, count, result) -> {
          sizes.add(count);
          assertThat(result).hasSize(count * Fits.DATA);
          residuals.residuals(positions, count, result);
        };
    return Search.of(LeastSquares.batch(recording, Fits.DATA).problem(Fits.box()))
        .workers(1)
        .budget(Budget.evaluations(evaluations));
  }

  @Test
  void allDifferencesOfAJacobianAreOneCall() {
    Result result = search(LeastSquaresBatchTest::decays, 500).run();
    assertThat(result.progress().evaluations())
        .isEqualTo(500)
        .isEqualTo(sizes.stream().mapToLong(Integer::longValue).sum());
    long jacobians = sizes.stream().filter(size -> size == DIMENSION).count();
    assertThat(jacobians).isGreaterThan(sizes.size() / 3);
    assertThat(sizes.size()).isLessThan(250);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void theResultIsThatOfOneByOne(int workers) {
    LeastSquares single = Fits.decays(0.05).loss(Loss.huber(0.02));
    double[] weights = new double[Fits.DATA];
    Arrays.setAll(weights, i -> i % 4);
    Result batch =
        reproducible(
            LeastSquares.batch(LeastSquaresBatchTest::decays, Fits.DATA)
                .loss(Loss.huber(0.02))
                .weights(weights)
                .problem(Fits.box()),
            workers);
    Result plain = reproducible(single.weights(weights).problem(Fits.box()).inBatches(), 1);
    assertThat(ResultDigest.of(batch)).isEqualTo(ResultDigest.of(plain));
  }

  private static Result reproducible(Problem problem, int workers) {
    return Search.of(problem).workers(workers).reproducible(4).budget(Budget.stalls(9)).run();
  }

  @Test
  void decoratorsThatDoNotPassItOnAreAskedOneByOne() {
    Problem whole =
        LeastSquares.batch(LeastSquaresBatchTest::decays, Fits.DATA).problem(Fits.box());
    Problem decorated =
        whole.decorated(
            inner ->
                new Evaluator() {
                  @Override
                  public double value(double[] x) {
                    return inner.value(x);
                  }

                  @Override
                  public double valueAndGradient(double[] x, double[] gradient) {
                    return inner.valueAndGradient(x, gradient);
                  }

                  @Override
                  public void values(double[] positions, int count, double[] values) {
                    inner.values(positions, count, values);
                  }

                  @Override
                  public double residuals(double[] x, double[] residuals) {
                    return inner.residuals(x, residuals);
                  }
                });
    assertThat(ResultDigest.of(reproducible(decorated, 1)))
        .isEqualTo(ResultDigest.of(reproducible(whole.serial().interruptible(), 1)));
  }

  @Test
  void failuresArePositionByPosition() {
    Search search =
        search(
            (positions, count, residuals) -> {
              Throwable[] failures = new Throwable[count];
              decays(positions, count, residuals);
              for (int k = 0; k < count; k++) {
                double first = positions[k * DIMENSION];
                failures[k] = first < 2 ? new ArithmeticException("at " + first) : null;
              }
              if (Arrays.stream(failures).anyMatch(failure -> failure != null)) {
                throw new BatchException(failures);
              }
            },
            2_000);
    Result result = search.failures(FailurePolicy.tolerate(10_000)).run();
    assertThat(result.firstFaults()).isNotEmpty();
    assertThat(result.firstFaults())
        .allSatisfy(fault -> assertThat(fault.position()[0]).isLessThan(2))
        .allSatisfy(fault -> assertThat(fault.cause()).hasMessage("at " + fault.position()[0]));
    assertThat(result.best().x()[0]).isBetween(2.0, 3.5);
    assertThat(result.progress().evaluations()).isEqualTo(2_000);
  }

  @Test
  void aCallThatFailsFailsTheSearchOrCountsOnceForEachPosition() {
    BatchResiduals broken =
        (positions, count, residuals) -> {
          if (count == DIMENSION) {
            throw new ArithmeticException("no differences today");
          }
          decays(positions, count, residuals);
        };
    assertThatThrownBy(() -> search(broken, 200).run())
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseMessage("no differences today");
    Result result = search(broken, 200).failures(FailurePolicy.tolerate(10_000)).run();
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive();
    assertThat(result.faults(Fault.Kind.EXCEPTION) % DIMENSION).isZero();
  }

  @Test
  void residualsBeyondTheirRoomFailTheSearch() {
    BatchResiduals wide = (positions, count, residuals) -> residuals[count * Fits.DATA] = 1;
    assertThatThrownBy(() -> search(wide, 200).run())
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseInstanceOf(ArrayIndexOutOfBoundsException.class)
        .cause()
        .hasMessageMatching("residuals: Index (\\d+) out of bounds for length \\1 .*")
        .hasMessageEndingWith("positions, residual i of position k at 24 k + i)");
  }

  @Test
  void copiesBeyondTheirRoomAreExplained() {
    double[] tooMany = new double[1000];
    BatchResiduals wide =
        (positions, count, residuals) ->
            System.arraycopy(tooMany, 0, residuals, 0, count * Fits.DATA + 1);
    Evaluator evaluator = LeastSquares.batch(wide, Fits.DATA).problem(Fits.box()).evaluator();
    assertThatThrownBy(() -> evaluator.residuals(Fits.TRUTH, new double[Fits.DATA]))
        .hasMessageStartingWith("residuals: arraycopy: last destination index 25 out of bounds")
        .hasMessageContaining("(expected: 24 for each of 1 positions");
    double[] positions = new double[2 * DIMENSION];
    assertThatThrownBy(() -> evaluator.values(positions, 2, new double[2]))
        .hasMessageStartingWith("residuals: arraycopy: last destination index 49 out of bounds")
        .hasMessageContaining("(expected: 24 for each of 2 positions");
  }

  @Test
  void otherArraysThatAreTooShortAreTheUsers() {
    double[] own = new double[3];
    BatchResiduals wrong = (positions, count, residuals) -> residuals[0] = own[3];
    Evaluator evaluator = LeastSquares.batch(wrong, Fits.DATA).problem(Fits.box()).evaluator();
    assertThatThrownBy(() -> evaluator.value(Fits.TRUTH))
        .isExactlyInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void residualsThatAreNotWrittenAreFaults() {
    BatchResiduals firstOnly =
        (positions, count, residuals) -> {
          double[] whole = new double[residuals.length];
          decays(positions, count, whole);
          System.arraycopy(whole, 0, residuals, 0, Fits.DATA);
        };
    Result result = search(firstOnly, 400).run();
    assertThat(result.faults(Fault.Kind.NAN)).isPositive();
    assertThat(result.firstFaults())
        .allMatch(fault -> fault.residual() == 0)
        .allMatch(
            fault ->
                fault
                    .toString()
                    .startsWith("nan (residual 0, from 0, is not finite, or not written) at"));
    assertThat(result.best().value()).isFinite();
  }

  @Test
  void aSelfTestSeesResidualsInWrongPlaces() {
    int fewer = Fits.DATA - 1;
    BatchResiduals narrow =
        (positions, count, residuals) -> {
          double[] whole = new double[residuals.length];
          decays(positions, count, whole);
          for (int k = 0; k < count; k++) {
            System.arraycopy(whole, k * Fits.DATA, residuals, k * fewer, fewer);
          }
          residuals[residuals.length - 1] = count == 1 ? whole[fewer] : 1;
        };
    SelfTest test = LeastSquares.batch(narrow, Fits.DATA).problem(Fits.box()).selfTest(1, 9, 1);
    assertThat(test.findings())
        .extracting(SelfTest.Finding::kind)
        .containsExactly(SelfTest.Kind.NOT_THE_SAME_IN_A_BATCH);
    BatchResiduals right = LeastSquaresBatchTest::decays;
    Problem problem = LeastSquares.batch(right, Fits.DATA).problem(Fits.box());
    assertThat(problem.selfTest(1, 9, 1).findings()).isEmpty();
  }

  @Test
  void aSelfTestNamesTheResidualThatIsNotWritten() {
    LeastSquares sum =
        LeastSquares.of(
            (x, r) -> {
              Fits.decays(0).problem(Fits.box()).evaluator().residuals(x, r);
              r[5] = Double.NaN;
            },
            Fits.DATA);
    assertThat(sum.problem(Fits.box()).selfTest(1, 4, 1).toString())
        .contains(
            "not finite at 4 positions", "NaN, residual 5 of 24, from 0, perhaps not written");
  }

  @Test
  void manyResidualsAreDividedIntoCalls() {
    int many = 1 << 19;
    LeastSquares sum =
        LeastSquares.batch(
            (positions, count, residuals) -> {
              sizes.add(count);
              for (int k = 0; k < count; k++) {
                double slope = positions[k * 3] - 1;
                double height = positions[k * 3 + 1] * positions[k * 3 + 2] - 2;
                for (int i = 0; i < many; i++) {
                  residuals[k * many + i] = (slope * i + height) / many;
                }
              }
            },
            many);
    Result result =
        Search.of(sum.problem(Box.cube(0, 4, 3))).workers(1).budget(Budget.evaluations(40)).run();
    assertThat(Collections.max(sizes)).isEqualTo(2);
    assertThat(result.best().x()[0]).isCloseTo(1, within(1e-6));
  }

  @Test
  void badInputIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeastSquares.batch(LeastSquaresBatchTest::decays, 0))
        .withMessage("count: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> LeastSquares.batch(null, 1))
        .hasMessage("residuals: null (expected: a function)");
  }
}
