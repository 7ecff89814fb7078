package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.multidescent.function.AsynchronousObjective;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Objectives whose values come later. */
@Timeout(60)
class AsynchronousTest {

  private static final Box BOX = Box.cube(-3, 4, 5);

  private final ExecutorService service = Executors.newFixedThreadPool(2);

  @AfterEach
  void close() {
    service.shutdownNow();
  }

  @Test
  void theSameAsABatchObjectiveOnAnyNumberOfWorkers() {
    Problem batch =
        Problems.batch(
            (xs, count, values) -> {
              for (int k = 0; k < count; k++) {
                values[k] = value(Arrays.copyOfRange(xs, 5 * k, 5 * k + 5));
              }
            },
            BOX);
    String expected = ResultDigest.of(search(batch).workers(1).run());
    for (int workers : List.of(1, 16)) {
      Problem later = Problems.asynchronous(this::later, BOX);
      assertThat(ResultDigest.of(search(later).workers(workers).run())).isEqualTo(expected);
    }
  }

  @Test
  void failuresArePositionByPosition() {
    AsynchronousObjective failing =
        x -> {
          if (x[0] > 3) {
            throw new IllegalStateException("at once");
          }
          return x[1] > 3
              ? CompletableFuture.failedFuture(new IllegalArgumentException("later"))
              : later(x);
        };
    Result result =
        search(Problems.asynchronous(failing, BOX)).failures(FailurePolicy.tolerate(10_000)).run();
    assertThat(result.progress().evaluations()).isEqualTo(2000);
    assertThat(result.firstFaults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.EXCEPTION)
        .isNotEmpty()
        .allMatch(fault -> fault.position()[0] > 3 || fault.position()[1] > 3);
  }

  /** As of a service over a network: requests that time out, are withdrawn, or never begin. */
  @Test
  void aServiceMayTimeOutWithdrawAndReturnNothing() {
    AsynchronousObjective unreliable =
        x -> {
          if (x[0] > 3) {
            return new CompletableFuture<Double>().orTimeout(1, TimeUnit.MILLISECONDS);
          }
          CompletableFuture<Double> withdrawn = new CompletableFuture<>();
          withdrawn.cancel(true);
          return x[0] > 2.5 ? withdrawn : x[0] > 2 ? null : later(x);
        };
    Search search = search(Problems.asynchronous(unreliable, BOX));
    Result result = search.failures(FailurePolicy.tolerate(10_000)).run();
    assertThat(result.ending()).isEqualTo(Ending.EVALUATIONS);
    assertThat(result.firstFaults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.EXCEPTION)
        .allMatch(fault -> fault.position()[0] > 2)
        .extracting(Fault::cause)
        .hasAtLeastOneElementOfType(TimeoutException.class)
        .hasAtLeastOneElementOfType(CancellationException.class)
        .anySatisfy(
            cause ->
                assertThat(cause)
                    .hasMessage("objective: returned null (expected: a completion stage)"));
  }

  @Test
  void whatIsUnderWayIsCancelledAtTheEnd() throws InterruptedException {
    Queue<CompletableFuture<Double>> open = new ConcurrentLinkedQueue<>();
    CountDownLatch begun = new CountDownLatch(40);
    AsynchronousObjective never =
        x -> {
          CompletableFuture<Double> future = new CompletableFuture<>();
          open.add(future);
          begun.countDown();
          return future;
        };
    Running running =
        Search.of(Problems.asynchronous(never, BOX)).workers(4).initialStarts(40).start();
    begun.await();
    running.cancel();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.progress().evaluations()).isZero();
    assertThat(open).hasSize(40).allMatch(CompletableFuture::isCancelled);
    assertThat(Witness.threads()).isEmpty();
  }

  @Test
  void aServiceThatIsGoneEndsTheSearch() {
    AtomicInteger calls = new AtomicInteger();
    AsynchronousObjective gone =
        x ->
            calls.incrementAndGet() > 500
                ? CompletableFuture.failedFuture(new EvaluationUnavailableException("closed"))
                : CompletableFuture.completedFuture(value(x));
    Search search = search(Problems.asynchronous(gone, BOX)).workers(2);
    assertThatThrownBy(search::run)
        .isInstanceOfSatisfying(
            SearchFailedException.class,
            failed -> {
              assertThat(failed).hasMessage("evaluations are not available: closed");
              assertThat(failed.result().progress().evaluations()).isEqualTo(500);
              assertThat(failed.result().faults()).isZero();
            });
  }

  private static Search search(Problem problem) {
    return Search.of(problem).reproducible(16).workers(8).budget(Budget.evaluations(2000));
  }

  private CompletableFuture<Double> later(double[] x) {
    return CompletableFuture.supplyAsync(() -> value(x), service);
  }

  private static double value(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double next = x[(i + 1) % x.length];
      sum += x[i] * x[i] + Math.cos(4 * x[i]) + 0.3 * x[i] * next;
    }
    return sum;
  }
}
