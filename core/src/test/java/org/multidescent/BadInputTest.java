package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.function.Residuals;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.Next;
import org.multidescent.start.Starts;

/** Bad input is refused before any work starts: what is wrong, what it is, what was expected. */
@SuppressWarnings("DataFlowIssue")
class BadInputTest {

  private static final Box BOX = Box.cube(0, 1, 2);
  private static final Problem PROBLEM = Problem.of(x -> 0, BOX);
  private static final Search search = Search.of(PROBLEM);

  static Stream<Arguments> table() {
    return Stream.of(
        row("problem: null (expected: a problem)", () -> Search.of(null)),
        row("workers: 0 (expected: 1 or more)", () -> search.workers(0)),
        row("workers: -1 (expected: 1 or more)", () -> search.workers(-1)),
        row("starts: 0 (expected: 1 or more)", () -> search.initialStarts(0)),
        row("starts: -5 (expected: 1 or more)", () -> search.initialStarts(-5)),
        row("slice: 0 (expected: 1 or more)", () -> search.slice(0)),
        row("share: -0.1 (expected: 0 to 1)", () -> search.coarseShare(-0.1)),
        row("share: 1.5 (expected: 0 to 1)", () -> search.coarseShare(1.5)),
        row("share: NaN (expected: 0 to 1)", () -> search.coarseShare(Double.NaN)),
        row("starts: null (expected: a sequence of starts)", () -> search.starts(null)),
        row("descent: null (expected: the rules of a descent)", () -> search.descent(null)),
        row("restart: null (expected: a restart strategy)", () -> search.restart(null)),
        row("budget: null (expected: a budget)", () -> search.budget(null)),
        row("policy: null (expected: a failure policy)", () -> search.failures(null)),
        row("interval: null (expected: a duration)", () -> search.onProgress(null, seen -> {})),
        row(
            "interval: PT0S (expected: longer than zero)",
            () -> search.onProgress(Duration.ZERO, seen -> {})),
        row(
            "interval: PT-0.001S (expected: longer than zero)",
            () -> search.onProgress(Duration.ofMillis(-1), seen -> {})),
        row(
            "listener: null (expected: a consumer of progress)",
            () -> search.onProgress(Duration.ofSeconds(1), null)),
        row("listener: null (expected: a consumer of optima)", () -> search.onOptimum(null)),
        row(
            "starts[0]: 1 coordinates (expected: 2, as the box has)",
            () -> search.starts(Starts.given(List.of(new double[] {0.5})))),
        row(
            "starts[0][1]: 2.0 (expected: from 0.0 to 1.0)",
            () -> search.starts(Starts.given(List.of(new double[] {0.5, 2})))),
        row(
            "starts[1][0]: NaN (expected: from 0.0 to 1.0)",
            () ->
                search.starts(
                    Starts.given(List.of(new double[] {0.5, 0.5}, new double[] {Double.NaN, 0})))),
        row("positions: none (expected: one position or more)", () -> Starts.given(List.of())),
        row("positions: null (expected: one position or more)", () -> Starts.given(null)),
        row("size: 0 (expected: 1 or more)", () -> Starts.latinHypercube(0)),
        row(
            "index: -1 (expected: 0 or more)",
            () -> Starts.uniform().fill(0, -1, BOX, new double[2])),
        row(
            "x: 3 coordinates (expected: 2, as the box has)",
            () -> Starts.uniform().fill(0, 0, BOX, new double[3])),
        row("evaluations: 0 (expected: 1 or more)", () -> Budget.evaluations(0)),
        row("evaluations: -1 (expected: 1 or more)", () -> Budget.evaluations(-1)),
        row("steps: 0 (expected: 1 or more)", () -> Budget.steps(0)),
        row("stalls: 0 (expected: 1 or more)", () -> Budget.stalls(0)),
        row("time: PT0S (expected: longer than zero)", () -> Budget.time(Duration.ZERO)),
        row(
            "time: PT-0.000000001S (expected: longer than zero)",
            () -> Budget.time(Duration.ofNanos(-1))),
        row("time: null (expected: a duration)", () -> Budget.time(null)),
        row("target: NaN (expected: a finite value)", () -> Budget.target(Double.NaN)),
        row(
            "target: Infinity (expected: a finite value)",
            () -> Budget.target(Double.POSITIVE_INFINITY)),
        row(
            "target: -Infinity (expected: a finite value)",
            () -> Budget.target(Double.NEGATIVE_INFINITY)),
        row("tolerated: -1 (expected: 0 or more)", () -> FailurePolicy.tolerate(-1)),
        row(
            "callTimeout: PT0S (expected: longer than zero)",
            () -> FailurePolicy.stop().callTimeout(Duration.ZERO)),
        row(
            "callTimeout: null (expected: a duration)",
            () -> FailurePolicy.stop().callTimeout(null)),
        row(
            "callTimeout: no limit (expected: one, for hanging workers to be replaced)",
            () -> FailurePolicy.stop().replaceTimedOutWorkers()),
        row("lower: null (expected: one bound a coordinate)", () -> Box.of(null, new double[1])),
        row("upper: null (expected: one bound a coordinate)", () -> Box.of(new double[1], null)),
        row(
            "lower: no bounds (expected: one or more coordinates)",
            () -> Box.of(new double[0], new double[0])),
        row(
            "upper: 3 bounds (expected: 2, as many as lower)",
            () -> Box.of(new double[2], new double[3])),
        row(
            "lower[0]: 1.0 (expected: at most upper[0] = 0.0)",
            () -> Box.of(new double[] {1}, new double[] {0})),
        row(
            "lower[1]: 2.0 (expected: at most upper[1] = 1.0)",
            () -> Box.of(new double[] {0, 2}, new double[] {1, 1})),
        row(
            "lower[0]: NaN (expected: a number or -Infinity)",
            () -> Box.of(new double[] {Double.NaN}, new double[] {1})),
        row(
            "upper[0]: NaN (expected: a number or Infinity)",
            () -> Box.of(new double[] {0}, new double[] {Double.NaN})),
        row(
            "lower[0]: Infinity (expected: a number or -Infinity)",
            () ->
                Box.of(
                    new double[] {Double.POSITIVE_INFINITY},
                    new double[] {Double.POSITIVE_INFINITY})),
        row(
            "upper[0]: -Infinity (expected: a number or Infinity)",
            () -> Box.of(new double[] {0}, new double[] {Double.NEGATIVE_INFINITY})),
        row("dimension: 0 (expected: 1 or more)", () -> Box.cube(0, 1, 0)),
        row("lower[0]: 2.0 (expected: at most upper[0] = 1.0)", () -> Box.cube(2, 1, 3)),
        row("objective: null (expected: an objective)", () -> Problem.of(null, BOX)),
        row("box: null (expected: a box)", () -> Problem.of(x -> 0, null)),
        row(
            "box: Box[[0.0] .. [Infinity]] (expected: finite bounds; draw starts from a finite box and set bounds(...) or unbounded())",
            () -> Problem.of(x -> 0, Box.cube(0, Double.POSITIVE_INFINITY, 1))),
        row(
            "objective: null (expected: an objective)",
            () -> Problem.withGradient(null, (x, g) -> 0, BOX)),
        row("gradient: null (expected: a gradient)", () -> Problem.withGradient(x -> 0, null, BOX)),
        row(
            "objectives: null (expected: a supplier of objectives)",
            () -> Problems.perWorker(null, BOX)),
        row("objective: null (expected: an objective)", () -> Problem.of(null, BOX).serial()),
        row(
            "matrix: rows of 3 numbers (expected: 2, one a coordinate)",
            () ->
                Problem.of(x -> 0, BOX)
                    .subjectTo(Constraints.atMost(new double[][] {{1, 2, 3}}, new double[] {1}))),
        row(
            "matrix: row 1 has 1 numbers (expected: 2, as many as row 0)",
            () -> Constraints.equal(new double[][] {{1, 2}, {1}}, new double[] {1, 2})),
        row(
            "matrix: row 0: NaN at 1 (expected: finite numbers)",
            () -> Constraints.equal(new double[][] {{1, Double.NaN}}, new double[] {1})),
        row(
            "bounds: 1 (expected: 2, one a row)",
            () -> Constraints.atMost(new double[][] {{1, 2}, {3, 4}}, new double[] {1})),
        row(
            "inequalities: -1 (expected: 0 or more)",
            () -> Constrained.of((x, c) -> 0, -1, 0).problem(BOX)),
        row("objective: null (expected: a batch objective)", () -> Problems.batch(null, BOX)),
        row("bounds: null (expected: a box)", () -> PROBLEM.bounds(null)),
        row(
            "bounds: Box[[0.5, 0.5] .. [2.0, 2.0]] (expected: a box that contains Box[[0.0, 0.0] .. [1.0, 1.0]])",
            () -> PROBLEM.bounds(Box.cube(0.5, 2, 2))),
        row(
            "box[1]: from -1.0E308 to 1.0E308 (expected: at most 1.7976931348623157E308 wide)",
            () -> Problem.of(x -> 0, Box.of(new double[] {0, -1e308}, new double[] {1, 1e308}))),
        row(
            "box[0]: from -1.0E308 to 1.7E308 (expected: at most 1.7976931348623157E308 wide)",
            () -> Problems.batch((xs, n, values) -> {}, Box.cube(-1e308, 1.7e308, 2))),
        row(
            "bounds[1]: from -1.7E308 to 1.0E308 (expected: at most 1.7976931348623157E308 wide)",
            () -> PROBLEM.bounds(Box.of(new double[] {0, -1.7e308}, new double[] {1, 1e308}))),
        row(
            "bounds[0]: from -1.0E308 to Infinity (expected: no farther from the box, which ends at 1.0E308, than 1.7976931348623157E308)",
            () ->
                Problem.of(x -> 0, Box.cube(0, 1e308, 1))
                    .bounds(Box.cube(-1e308, Double.POSITIVE_INFINITY, 1))),
        row(
            "bounds[0]: from -Infinity to 1.0E308 (expected: no farther from the box, which begins at -1.0E308, than 1.7976931348623157E308)",
            () ->
                Problem.of(x -> 0, Box.cube(-1e308, 0, 1))
                    .bounds(Box.cube(Double.NEGATIVE_INFINITY, 1e308, 1))),
        row("decorator: null (expected: a function)", () -> PROBLEM.decorated(null)),
        row(
            "residuals: null (expected: a function)",
            () -> Problem.leastSquares((Residuals) null, 1, BOX)),
        row("count: 0 (expected: 1 or more)", () -> Problem.leastSquares((x, r) -> {}, 0, BOX)),
        row(
            "count: 1100000000 residuals of 2 coordinates (expected: a Jacobian of at most 2147483583 numbers)",
            () -> Problem.leastSquares((x, r) -> {}, 1_100_000_000, BOX)),
        row(
            "weights: 1 numbers (expected: one a residual, 2)",
            () -> LeastSquares.of((x, r) -> {}, 2).weights(1)),
        row(
            "weights: NaN at 1 (expected: 0 or more and finite)",
            () -> LeastSquares.of((x, r) -> {}, 2).weights(1, Double.NaN)),
        row(
            "weights: -1.0 at 0 (expected: 0 or more and finite)",
            () -> LeastSquares.of((x, r) -> {}, 2).weights(-1, 1)),
        row(
            "jacobian: null (expected: a function)",
            () -> LeastSquares.of((x, r) -> {}, 2).jacobian(null)),
        row("loss: null (expected: a loss)", () -> LeastSquares.of((x, r) -> {}, 2).loss(null)),
        row("scale: 0.0 (expected: above 0 and finite)", () -> Loss.huber(0)),
        row("scale: NaN (expected: above 0 and finite)", () -> Loss.cauchy(Double.NaN)),
        row("memory: 0 (expected: 1 or more)", () -> StepRule.lbfgs(0)),
        row(
            "lbfgs: 15032385539 numbers a point in 2 dimensions (expected: at most 2147483639)",
            () -> rules(StepRule.lbfgs(Integer.MAX_VALUE), StallRule.standard(), BOX)),
        row(
            "bfgs: 4909029875 numbers a point in 69999 dimensions (expected: at most 2147483639)",
            () -> rules(StepRule.bfgs(), StallRule.standard(), Box.cube(0, 1, 69_999))),
        row(
            "cmaes: 9800407039 numbers a point in 70000 dimensions (expected: at most 2147483639)",
            () -> rules(StepRule.cmaes(0), StallRule.standard(), Box.cube(0, 1, 70_000))),
        row(
            "cmaes: 4294967294 numbers a generation in 2 dimensions (expected: at most 2147483639)",
            () -> rules(StepRule.cmaes(Integer.MAX_VALUE), StallRule.standard(), BOX)),
        row(
            "positions: 4294967295 numbers a point in 2 dimensions (expected: at most 2147483639)",
            () -> rules(StepRule.bfgs(), StallRule.positions(Integer.MAX_VALUE, 1), BOX)),
        row(
            "rate: 0.0 (expected: a fraction of the box, above 0 and at most 1)",
            () -> StepRule.adam(0)),
        row(
            "rate: 2.0 (expected: a fraction of the box, above 0 and at most 1)",
            () -> StepRule.adam(2)),
        row("beta1: 1.0 (expected: 0 or more and below 1)", () -> StepRule.adam(0.1, 1, 0.9)),
        row("beta2: -1.0 (expected: 0 or more and below 1)", () -> StepRule.adam(0.1, 0.9, -1)),
        row("rate: 0.0 (expected: a positive step size)", () -> StepRule.momentum(0, 0.9)),
        row("kept: 1.0 (expected: 0 or more and below 1)", () -> StepRule.nesterov(0.1, 1)),
        row("dt: 0.0 (expected: a positive step size)", () -> StepRule.euler(0)),
        row("dt: NaN (expected: a positive step size)", () -> StepRule.euler(Double.NaN)),
        row("tolerance: -1.0 (expected: 0 or more)", () -> StallRule.gradient(-1)),
        row("tolerance: NaN (expected: 0 or more)", () -> StallRule.step(Double.NaN)),
        row("tolerance: -1.0 (expected: 0 or more)", () -> StallRule.value(-1, 0)),
        row("ulps: -1.0 (expected: 0 or more)", () -> StallRule.value(0, -1)),
        row("length: 0 (expected: 1 or more)", () -> StallRule.positions(0, 1)),
        row("epsilon: 0.0 (expected: above 0)", () -> StallRule.positions(20, 0)),
        row(
            "width: 0.0 (expected: a fraction of the box, above 0 and at most 1)",
            () -> Differences.forward(0)),
        row(
            "width: 2.0 (expected: a fraction of the box, above 0 and at most 1)",
            () -> Differences.central(2)),
        row("delta: -1.0 (expected: a positive width)", () -> Differences.article(-1)),
        row(
            "steps: null (expected: a step rule)",
            () -> new Descent(null, StallRule.standard(), Differences.adaptive())),
        row(
            "stalls: null (expected: a stall rule)",
            () -> new Descent(StepRule.lbfgs(), null, Differences.adaptive())),
        row(
            "differences: null (expected: differences)",
            () -> new Descent(StepRule.lbfgs(), StallRule.standard(), null)),
        row("count: -1 (expected: 0 or more)", () -> new Next.Fresh(-1)),
        row("perturbation: null (expected: a perturbation)", () -> new Next.Perturb(null)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("table")
  void isRefused(String message, ThrowingCallable input) {
    Throwable thrown = catchThrowable(input);
    assertThat(thrown).isInstanceOfAny(IllegalArgumentException.class, NullPointerException.class);
    assertThat(thrown).hasMessage(message);
  }

  private static void rules(StepRule steps, StallRule stalls, Box box) {
    Search.of(Problem.of(x -> 0, box))
        .descent(new Descent(steps, stalls, Differences.adaptive()))
        .budget(Budget.evaluations(10))
        .start();
  }

  private static Arguments row(String message, ThrowingCallable input) {
    return Arguments.of(message, input);
  }
}
