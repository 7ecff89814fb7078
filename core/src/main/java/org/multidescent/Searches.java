package org.multidescent;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.multidescent.report.Result;
import org.multidescent.util.Require;

/**
 * Many searches on a few threads, each search on one of them: for a large number of small ones,
 * such as the same model fitted to many sets of data, or one problem searched with many seeds.
 *
 * <pre>{@code
 * List<Result> fits =
 *     Searches.on(8).run(sets.stream().map(data -> Search.of(problem(data)).seed(1)));
 * }</pre>
 *
 * <p>If the calling thread is interrupted, the searches under way end, and no other begins: the
 * results are those of the searches that had begun.
 *
 * <p>Each search has one worker, whatever it says itself, and its result is to the bit that of the
 * same search run alone with one worker (unless a limit of time ends it). Searches must not share
 * an objective that is not thread-safe. Immutable; safe to use from any thread.
 */
public final class Searches {

  private final int threads;

  private Searches(int threads) {
    this.threads = threads;
  }

  /**
   * Runs searches on some threads.
   *
   * @param threads how many, 1 or more; the calling thread is one of them
   * @return what runs them
   * @throws IllegalArgumentException if {@code threads} is below 1
   */
  public static Searches on(int threads) {
    return new Searches(Require.atLeast("threads", threads, 1));
  }

  /**
   * Runs searches and waits for their end.
   *
   * @param searches what to run
   * @return the results, in the order of the searches
   * @throws SearchFailedException if a search fails; those that have not begun are not run, those
   *     under way go on to their end
   */
  public List<Result> run(Stream<Search> searches) {
    List<Result> results = new ArrayList<>();
    run(searches, results::add);
    return results;
  }

  /**
   * Runs searches and hands over each result, so that neither the searches nor the results need
   * room in memory at once: at most a few for each thread.
   *
   * @param searches what to run; taken one by one, by one thread at a time
   * @param results takes the results in the order of the searches, on any of the threads, one at a
   *     time
   * @throws SearchFailedException if a search fails; those that have not begun are not run, those
   *     under way go on to their end
   */
  public void run(Stream<Search> searches, Consumer<? super Result> results) {
    Objects.requireNonNull(searches, "searches: null (expected: a stream of searches)");
    Objects.requireNonNull(results, "results: null (expected: a consumer of results)");
    SearchesInOrder work = new SearchesInOrder(searches.iterator(), results, threads);
    List<Thread> helpers = new ArrayList<>();
    for (int k = 1; k < threads; k++) {
      Thread helper = new Thread(work, "multidescent-searches-" + k);
      helper.setDaemon(true);
      helper.start();
      helpers.add(helper);
    }
    work.run();
    join(helpers);
    work.rethrow();
  }

  /**
   * Waits for the helpers to end; an interrupt ends their searches, and is set again afterwards.
   */
  private static void join(List<Thread> helpers) {
    boolean interrupted = Thread.interrupted();
    if (interrupted) {
      helpers.forEach(Thread::interrupt);
    }
    for (Thread helper : helpers) {
      while (helper.isAlive()) {
        try {
          helper.join();
        } catch (InterruptedException now) {
          interrupted = true;
          helpers.forEach(Thread::interrupt);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
