package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.Result;

class SearchesTest {

  private static final int MANY = 300;

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  /** Valleys of different places, shapes and sizes. */
  private static Search search(int seed) {
    int dimension = 1 + seed % 4;
    Problem problem =
        Problem.of(
            x -> {
              double sum = 0;
              for (double v : x) {
                sum += Math.pow(v - seed % 7 / 7.0, 2) + Math.cos(3 * v);
              }
              return sum;
            },
            Box.cube(-2, 3, dimension));
    return Search.of(problem).seed(seed).budget(Budget.evaluations(50 + seed % 100));
  }

  private static Stream<Search> searches() {
    return IntStream.range(0, MANY).mapToObj(SearchesTest::search);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void resultsAreThoseOfEachSearchAloneAndInOrder(int threads) {
    List<Result> results = Searches.on(threads).run(searches());
    assertThat(results).hasSize(MANY);
    for (int k = 0; k < MANY; k++) {
      Result alone = search(k).workers(1).run();
      assertThat(results.get(k).best()).isEqualTo(alone.best());
      assertThat(results.get(k).progress().counts()).isEqualTo(alone.progress().counts());
      assertThat(results.get(k).optima()).isEqualTo(alone.optima());
    }
  }

  @Test
  void searchesAreSharedOutOverTheThreads() {
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    AtomicInteger begun = new AtomicInteger();
    Problem problem =
        Problem.of(
            x -> {
              threads.add(Thread.currentThread());
              begun.incrementAndGet();
              while (threads.size() < 3) {
                Thread.onSpinWait();
              }
              return x[0] * x[0];
            },
            Box.cube(-1, 2, 1));
    Search search = Search.of(problem).budget(Budget.evaluations(10));
    Searches.on(3).run(Stream.generate(() -> search).limit(30));
    assertThat(threads).hasSize(3).contains(Thread.currentThread());
    assertThat(begun).hasValue(300);
  }

  @Test
  void noMoreThanAFewWaitForASlowOne() {
    AtomicInteger made = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> order = new ArrayList<>();
    Stream<Search> counted = searches().peek(search -> made.incrementAndGet());
    Searches.on(1)
        .run(
            counted,
            result -> {
              order.add(result.budget().evaluations() > 0 ? order.size() : -1);
              most.accumulateAndGet(made.get() - order.size(), Math::max);
            });
    assertThat(order).hasSize(MANY).isSorted().doesNotContain(-1);
    assertThat(most.get()).isLessThanOrEqualTo(64);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aFailureEndsTheOthersAndIsThrown(int threads) {
    Problem broken =
        Problem.of(
            x -> {
              throw new IllegalStateException("broken model");
            },
            Box.cube(0, 1, 1));
    AtomicInteger begun = new AtomicInteger();
    Stream<Search> some =
        IntStream.range(0, 10_000)
            .peek(k -> begun.incrementAndGet())
            .mapToObj(k -> k == 20 ? Search.of(broken) : search(k));
    assertThatThrownBy(() -> Searches.on(threads).run(some))
        .isInstanceOf(SearchFailedException.class)
        .hasRootCauseMessage("broken model");
    assertThat(begun.get()).isLessThan(10_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void anInterruptEndsAll(int threads) {
    Thread caller = Thread.currentThread();
    Problem endless =
        Problem.of(
            x -> {
              caller.interrupt();
              return x[0] * x[0];
            },
            Box.cube(-1, 2, 1));
    Search search = Search.of(endless).budget(Budget.evaluations(Long.MAX_VALUE));
    List<Result> results = Searches.on(threads).run(Stream.generate(() -> search));
    assertThat(results).isNotEmpty().hasSizeLessThan(2 * 64 * threads);
    assertThat(results.get(0).ending()).isEqualTo(Ending.INTERRUPTED);
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void argumentsAreChecked() {
    assertThatThrownBy(() -> Searches.on(0)).hasMessage("threads: 0 (expected: 1 or more)");
    assertThatThrownBy(() -> Searches.on(1).run(Stream.of((Search) null)))
        .hasMessage("search: null (expected: a search)");
  }
}
