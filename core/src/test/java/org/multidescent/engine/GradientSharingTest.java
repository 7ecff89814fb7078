package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Oracle;
import org.multidescent.descent.Point;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.engine.budget.EvaluationBudget;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.engine.budget.Incumbent;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.telemetry.IdleTimer;
import org.multidescent.engine.threads.TimeLimitedEvaluator;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

final class GradientSharingTest {

  private static final int DIMENSION = 6;

  private final Thread owner = Thread.currentThread();
  private final CountDownLatch hung = new CountDownLatch(1);
  private final CountDownLatch never = new CountDownLatch(1);
  private volatile CountDownLatch helped = new CountDownLatch(1);
  private final Termination termination = new Termination();
  private final Descent descent = Descent.standard();
  private final SharingBoard board = new SharingBoard(2, SharingMode.ALWAYS);
  private volatile boolean over;
  private volatile boolean halting;
  private volatile boolean hanging;

  private final Problem problem = Problem.of(this::value, Box.cube(-1, 1, DIMENSION));
  private final WorkingCoordinates scaling = WorkingCoordinates.unitBox(problem);
  private final EvaluationBudget calls =
      new EvaluationBudget(100, EvaluationBudget.LARGE_LEASE, 2, termination, Ending.EVALUATIONS);
  private final TaskCounters[] counters = {fresh(), fresh()};

  /** The owner's calls wait until the other thread has made one, so a gradient needs both. */
  private double value(double[] x) {
    if (Thread.currentThread() != owner) {
      if (halting) {
        termination.end(Ending.CANCELLED);
        throw StopSearch.INSTANCE;
      }
      helped.countDown();
      if (hanging) {
        hanging = false;
        hung.countDown();
        awaitAll(never);
      }
    } else if (over) {
      awaitAll(helped);
    }
    double sum = 0;
    for (double xi : x) {
      sum += xi * xi * xi;
    }
    return sum;
  }

  @Test
  void idleWorkerMakesSomeOfTheCalls() throws InterruptedException {
    Point point = point();
    Oracle alone = new CountedOracle(problem, scaling, descent.differences(), counters[0]);
    alone.gradient(point);
    double[] expected = point.gradient().clone();
    long before = own(0);

    Thread idler = idler();
    GradientSharing help =
        new GradientSharing(board, 0, counters[0], termination, new IdleTimer(0, null));
    point = point();
    over = true;
    new CountedOracle(problem, scaling, descent.differences(), counters[0], help).gradient(point);
    over = false;
    termination.end(Ending.CANCELLED);
    idler.join();

    assertThat(point.gradient()).isEqualTo(expected);
    assertThat(own(1)).isPositive().isEqualTo(borrowed());
    assertThat(own(0) - before + borrowed()).isEqualTo(DIMENSION);
    assertThat(board.isAnyoneIdle()).isFalse();
  }

  /**
   * A helper's call that never returns is let go: its coordinate has no slope, the owner goes on,
   * and the helper helps again.
   */
  @Test
  void ownerAndHelperSurviveACallThatHangs() throws InterruptedException {
    Point point = point();
    new CountedOracle(problem, scaling, descent.differences(), counters[0]).gradient(point);
    double[] expected = point.gradient().clone();
    long before = own(0);
    AtomicReference<TimeLimitedEvaluator> evaluator = new AtomicReference<>();
    Thread idler =
        idler(
            problem.decorated(
                plain -> {
                  evaluator.set(new TimeLimitedEvaluator(plain, () -> plain, DIMENSION, "call"));
                  return evaluator.get();
                }));
    Thread watchdog = new Thread(() -> abandon(evaluator.get()));
    watchdog.start();
    GradientSharing help =
        new GradientSharing(board, 0, counters[0], termination, new IdleTimer(0, null));
    Oracle oracle = new CountedOracle(problem, scaling, descent.differences(), counters[0], help);

    hanging = true;
    over = true;
    point = point();
    oracle.gradient(point);
    watchdog.join();
    assertThat(Arrays.stream(point.gradient()).filter(slope -> slope == 0).count()).isOne();
    for (int i = 0; i < DIMENSION; i++) {
      assertThat(point.gradient()[i]).isIn(0.0, expected[i]);
    }
    assertThat(counters[1].faults().count(Fault.Kind.TIMEOUT)).isOne();
    assertThat(own(0) - before + borrowed()).isEqualTo(DIMENSION);

    long borrowed = borrowed();
    helped = new CountDownLatch(1);
    point = point();
    oracle.gradient(point);
    assertThat(point.gradient()).isEqualTo(expected);
    assertThat(borrowed()).isGreaterThan(borrowed).isEqualTo(own(1));
    assertThat(own(0) - before + borrowed()).isEqualTo(2 * DIMENSION);
    assertThat(termination.isEnded()).isFalse();
    termination.end(Ending.CANCELLED);
    idler.join();
    never.countDown();
    evaluator.get().close();
  }

  /** Does what the watchdog does, for the first call that hangs. */
  private void abandon(TimeLimitedEvaluator evaluator) {
    awaitAll(hung);
    while (!evaluator.hangs(0, 0)) {
      Thread.onSpinWait();
    }
    evaluator.abandon();
  }

  @Test
  void ownerDoesNotWaitForWhoHasEndedTheSearch() throws InterruptedException {
    Thread idler = idler();
    halting = true;
    GradientSharing help =
        new GradientSharing(board, 0, counters[0], termination, new IdleTimer(0, null));
    Oracle oracle = new CountedOracle(problem, scaling, descent.differences(), counters[0], help);
    Point point = point();

    assertThatThrownBy(
            () -> {
              while (true) {
                point.gradientKnown(false);
                oracle.gradient(point);
              }
            })
        .isSameAs(StopSearch.INSTANCE);
    idler.join();
  }

  private Thread idler() {
    return idler(problem);
  }

  private Thread idler(Problem helped) {
    Thread thread =
        new Thread(
            () -> {
              GradientSharing help =
                  new GradientSharing(board, 1, counters[1], termination, new IdleTimer(1, null));
              Oracle oracle =
                  new CountedOracle(helped, scaling, descent.differences(), counters[1], help);
              try {
                while (!termination.isEnded()) {
                  help.lend(oracle);
                }
              } catch (StopSearch ended) {
                // The termination says why.
              } finally {
                help.leave();
              }
            });
    thread.start();
    while (!board.isAnyoneIdle()) {
      Thread.onSpinWait();
    }
    return thread;
  }

  private static void awaitAll(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Returns the evaluations a worker has made. */
  private long own(int worker) {
    return counters[worker].counts().evaluations();
  }

  /** Returns the evaluations made by the other for the owner. */
  private long borrowed() {
    return counters[0].evaluations() - own(0);
  }

  private TaskCounters fresh() {
    EvaluationBudget steps =
        new EvaluationBudget(
            Long.MAX_VALUE, EvaluationBudget.LARGE_LEASE, 2, termination, Ending.STEPS);
    return new TaskCounters(
        scaling,
        Double.NEGATIVE_INFINITY,
        termination,
        new LeasedLimits(calls, steps, new FaultRecorder(0)),
        new Incumbent());
  }

  private Point point() {
    Point point = descent.newPoint(DIMENSION);
    Arrays.fill(point.position(), 0.3);
    descent.begin(point, 6 * Math.pow(-0.4, 3), 0);
    return point;
  }
}
