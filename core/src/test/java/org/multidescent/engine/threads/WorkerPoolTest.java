package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;
import org.multidescent.problem.Problem;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Progress;
import org.multidescent.report.Rates;

class WorkerPoolTest {

  private static final Listeners NOBODY =
      new Listeners(Duration.ofHours(1), null, null, null, null);

  private final Termination termination = new Termination();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  private WorkerPool pool(TestSettings settings) {
    return new WorkerPool(
        settings.make(),
        NOBODY,
        termination,
        () ->
            new Progress(0, Counts.NONE, 0, 0, Duration.ZERO, Rates.UNKNOWN, termination.ending()),
        () -> true,
        0);
  }

  /** Workers that tell their thread; the one of a given index cannot be made. */
  private WorkerPool.Post post(int missing) {
    return new WorkerPool.Post() {

      @Override
      public Runnable worker(int index) {
        if (index == missing) {
          throw new ArithmeticException();
        }
        return () -> done.add(Thread.currentThread().getName());
      }

      @Override
      public void absent() {
        done.add("absent");
      }

      @Override
      public void last() {
        done.add("last");
      }
    };
  }

  @Test
  void eachWorkerHasAThreadAndTheLastIsTheLast() {
    WorkerPool pool = pool(new TestSettings().workers(3));
    assertThat(pool.isDone()).isFalse();
    pool.start(post(-1), () -> done.add("helpers"));
    pool.await();
    assertThat(pool.isDone()).isTrue();
    assertThat(done).startsWith("helpers").endsWith("last");
    assertThat(done.subList(1, 4))
        .containsExactlyInAnyOrder(
            pool.name() + "-worker-1", pool.name() + "-worker-2", pool.name() + "-worker-3");
    assertThat(pool.elapsed()).isEqualTo(pool.elapsed());
  }

  @Test
  void aSingleWorkerMayHaveTheCallersThread() {
    pool(new TestSettings()).runHere(post(-1), () -> {});
    assertThat(done).containsExactly(Thread.currentThread().getName(), "last");
  }

  @Test
  void anInterruptOfTheCallersThreadEndsItsSearch() {
    WorkerPool pool = pool(new TestSettings());
    pool.runHere(
        new WorkerPool.Post() {
          @Override
          public Runnable worker(int index) {
            return Thread.currentThread()::interrupt;
          }
        },
        () -> {});
    assertThat(termination.isEnded()).isTrue();
    assertThat(termination.ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aWorkerThatCannotBeMadeEndsTheSearch() {
    WorkerPool pool = pool(new TestSettings().workers(2));
    pool.start(post(1), () -> {});
    pool.await();
    assertThat(termination.ending()).isEqualTo(Ending.FAILED);
    assertThat(termination.message()).isEqualTo("the problem failed: no evaluator for a worker");
    assertThat(done)
        .containsExactlyInAnyOrder(pool.name() + "-worker-1", "absent", "last")
        .endsWith("last");
  }

  @Test
  void threadsThatCannotBeStartedEndTheSearch() {
    WorkerPool pool = pool(new TestSettings().workers(2));
    ArithmeticException thrown = new ArithmeticException();
    pool.start(
        post(-1),
        () -> {
          throw thrown;
        });
    pool.await();
    assertThat(termination.cause()).isSameAs(thrown);
    assertThat(termination.message()).isEqualTo("the search failed: no thread for worker 1");
    assertThat(done).containsExactly("absent", "absent", "last");
  }

  @Test
  void servicesThatCannotBeStartedEndASearchOnTheCallersThread() {
    WorkerPool pool = pool(new TestSettings());
    pool.runHere(
        post(-1),
        () -> {
          throw new ArithmeticException();
        });
    pool.await();
    assertThat(termination.message()).isEqualTo("the search failed: no thread to watch it");
    assertThat(done).containsExactly("absent", "last");
  }

  @Test
  void anInterruptOfWhoWaitsEndsTheSearchAndIsSetAgain() {
    WorkerPool pool = pool(new TestSettings());
    pool.start(
        new WorkerPool.Post() {
          @Override
          public Runnable worker(int index) {
            return () -> {
              while (!termination.isEnded()) {
                Thread.onSpinWait();
              }
            };
          }
        },
        () -> {});
    Thread.currentThread().interrupt();
    pool.await();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(termination.ending()).isEqualTo(Ending.INTERRUPTED);
  }

  @Test
  void noWorkerMayWaitForTheEnd() {
    WorkerPool pool = pool(new TestSettings());
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    pool.start(
        new WorkerPool.Post() {
          @Override
          public Runnable worker(int index) {
            return () -> {
              try {
                pool.await();
              } catch (IllegalStateException refused) {
                thrown.set(refused);
              }
            };
          }
        },
        () -> {});
    pool.await();
    assertThat(thrown.get())
        .hasMessage("await: called by a worker of the search (expected: by another thread)");
  }

  @Test
  void timeTakenBeforeCounts() {
    WorkerPool pool =
        new WorkerPool(
            new TestSettings().make(),
            NOBODY,
            termination,
            () -> {
              throw new IllegalStateException();
            },
            () -> true,
            Duration.ofHours(3).toNanos());
    assertThat(pool.elapsed()).isGreaterThanOrEqualTo(Duration.ofHours(3));
    assertThat(pool.startNanos()).isLessThan(System.nanoTime());
  }

  @Test
  void callsAreLimitedIfTheyAreToBe() {
    Problem problem = Problem.of(x -> x[0], Box.cube(0, 1, 1));
    WorkerPool plain = pool(new TestSettings().problem(problem));
    assertThat(plain.settings().problem()).isSameAs(problem);
    WorkerPool limited =
        pool(
            new TestSettings()
                .problem(problem)
                .failures(FailurePolicy.stop().callTimeout(Duration.ofHours(1))));
    AtomicReference<Evaluator> evaluator = new AtomicReference<>();
    limited.start(
        new WorkerPool.Post() {
          @Override
          public Runnable worker(int index) {
            evaluator.set(limited.settings().problem().evaluator());
            return () -> {};
          }
        },
        () -> {});
    limited.await();
    assertThat(evaluator.get()).isInstanceOf(TimeLimitedEvaluator.class);
  }
}
