package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.Optimum;
import org.multidescent.report.Replay;
import org.multidescent.report.Result;

/**
 * Random searches over every public setting, and all that is promised of each. How many: {@code
 * -Dmultidescent.random.searches=1000000}; from which number on: {@code
 * -Dmultidescent.random.from}.
 */
class RandomSearchTest {

  private static final int SEARCHES = Integer.getInteger("multidescent.random.searches", 500);
  private static final long FROM = Long.getLong("multidescent.random.from", 0);

  /** Each of another kind of fault that was mended: endings, labels, calls cut short, batches. */
  private static final long[] ONCE_WRONG = {
    1028,
    1039,
    1679,
    2140,
    2597,
    3646,
    3754,
    4935,
    7831,
    9160,
    21935,
    34031,
    37127,
    62534,
    62759,
    163925,
    1_000_000_032,
    1_000_001_298
  };

  private static final List<Integer> WORKERS = List.of(1, 2, 3, 8);
  private static final Duration AGES = Duration.ofHours(1);

  @TempDir private Path directory;

  @Test
  void everyPromiseIsKept() {
    for (long number = FROM; number < FROM + SEARCHES; number++) {
      requireKept(number);
    }
  }

  @Test
  void everyPromiseIsKeptWhereRunsAlternate() {
    for (long number = RandomSearch.RUNS; number < RandomSearch.RUNS + SEARCHES / 5; number++) {
      requireKept(number);
    }
  }

  @Test
  void promisesOnceBrokenAreKept() {
    for (long number : ONCE_WRONG) {
      requireKept(number);
    }
  }

  private void requireKept(long number) {
    try {
      confirm(number);
    } catch (Throwable violated) {
      throw new AssertionError("random search " + number + ": " + violated, violated);
    }
  }

  private void confirm(long number) throws IOException {
    SplittableRandom random = new SplittableRandom(~number);
    int workers = WORKERS.get(random.nextInt(WORKERS.size()));
    Observer observer = new Observer(new RandomSearch(number));
    Search search = free(observer.search(), random).workers(workers);
    Result result = search.run();
    observer.confirm(result);
    Observer again = new Observer(new RandomSearch(number));
    confirmReplays(again, search, result);
    boolean same = observer.drawn.lanes > 0 || workers == 1;
    if (same) {
      int others = observer.drawn.lanes > 0 ? WORKERS.get(random.nextInt(WORKERS.size())) : 1;
      String digest = ResultDigest.of(result);
      assertThat(ResultDigest.of(again.search().workers(others).run())).isEqualTo(digest);
      assertThat(ResultDigest.of(interrupted(number, random, others))).isEqualTo(digest);
    }
    assertThat(Witness.threads()).isEmpty();
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  /** Settings that must not matter to a reproducible search, nor to one worker. */
  private static Search free(Search search, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> search.exactFrontier();
      case 1 -> search.shareEvaluations(true);
      case 2 -> search.onOptimum(optimum -> {}).onProgress(Duration.ofMillis(1), seen -> {});
      default -> search.shareEvaluations(false);
    };
  }

  /** Replays a few optima: the same path's end, as many evaluations. */
  private static void confirmReplays(Observer observer, Search search, Result result) {
    List<Optimum> optima = result.optima();
    for (int k = 0; k < Math.min(3, optima.size()) && !observer.drawn.throwing; k++) {
      Optimum optimum = optima.get(k);
      Replay replay = search.replay(optimum);
      assertThat(replay.value()).as("replayed").isEqualTo(optimum.value());
      if (optimum.end() != DescentEnd.UNDER_WAY && !observer.drawn.flat) {
        assertThat(replay.x()).as("replayed").isEqualTo(optimum.x());
        assertThat(replay.evaluations()).isEqualTo(optimum.descent().evaluations());
      }
    }
  }

  /** Cancels the search in a random call, and goes on from its checkpoint. */
  private Result interrupted(long number, SplittableRandom random, int workers) throws IOException {
    Path file = directory.resolve("search.checkpoint");
    Observer observer = new Observer(new RandomSearch(number));
    observer.cancelAt = 1 + random.nextInt(RandomSearch.MOST_EVALUATIONS);
    Running running = observer.search().workers(workers).checkpoint(file, AGES).start();
    observer.running.set(running);
    running.await();
    Observer other = new Observer(new RandomSearch(number));
    Result result =
        other
            .drawn
            .told(Search.resume(file, other.problem).withoutCheckpoints())
            .workers(workers)
            .run();
    Files.delete(file);
    return result;
  }

  /** Sees each call, and holds the result against all of them. */
  private static final class Observer {

    private final RandomSearch drawn;
    private final Problem problem;
    private final Witness witness = new Witness();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicReference<Running> running = new AtomicReference<>();
    private long cancelAt;

    Observer(RandomSearch drawn) {
      this.drawn = drawn;
      Problem watched = witness.watch(drawn.problem);
      Box bounds = drawn.problem.bounds();
      this.problem = watched.decorated(inner -> new PositionCheck(inner, bounds, this::called));
    }

    Search search() {
      return drawn.search(problem);
    }

    private void called() {
      if (calls.incrementAndGet() == cancelAt) {
        Running search = running.get();
        while (search == null) {
          Thread.onSpinWait();
          search = running.get();
        }
        search.cancel();
      }
    }

    void confirm(Result result) {
      if (drawn.lanes == 0) {
        witness.confirm(result);
      }
      Witness.confirmConservation(result);
      assertThat(result.optima())
          .isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
      for (Optimum optimum : result.optima()) {
        assertThat(drawn.problem.bounds().contains(optimum.x())).as("inside").isTrue();
        assertThat(optimum.value()).isGreaterThanOrEqualTo(result.best().value());
      }
    }
  }
}
