package org.multidescent;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Result;

/**
 * Takes searches one by one, runs each on the thread that took it, and hands their results over in
 * their order.
 *
 * <p>All fields are guarded by the monitor, the iterator and the consumer too. A thread that is far
 * ahead of the slowest search waits, so that the results that wait for their turn are few.
 */
final class SearchesInOrder implements Runnable {

  private static final int AHEAD_PER_THREAD = 64;

  private final Iterator<Search> searches;
  private final Consumer<? super Result> results;
  private final long mostAhead;
  private final Map<Long, Result> early = new HashMap<>();
  private long taken;
  private long delivered;
  private boolean ended;
  private @Nullable Throwable failure;

  SearchesInOrder(Iterator<Search> searches, Consumer<? super Result> results, int threads) {
    this.searches = searches;
    this.results = results;
    this.mostAhead = (long) AHEAD_PER_THREAD * threads;
  }

  @Override
  public void run() {
    try {
      for (Numbered next = next(); next != null; next = next()) {
        finished(next.number, next.search.workers(1).run());
      }
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
      end(null);
    } catch (Throwable thrown) {
      end(thrown);
    }
  }

  private record Numbered(long number, Search search) {}

  private synchronized @Nullable Numbered next() throws InterruptedException {
    while (!ended && taken - delivered >= mostAhead) {
      wait();
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (ended || !searches.hasNext()) {
      return null;
    }
    Search search = Objects.requireNonNull(searches.next(), "search: null (expected: a search)");
    return new Numbered(taken++, search);
  }

  private synchronized void finished(long number, Result result) {
    early.put(number, result);
    for (Result next = early.remove(delivered); next != null; next = early.remove(delivered)) {
      results.accept(next);
      delivered++;
    }
    notifyAll();
  }

  private synchronized void end(@Nullable Throwable thrown) {
    ended = true;
    if (failure == null) {
      failure = thrown;
    }
    notifyAll();
  }

  /** Throws what made the first of the threads end early, if one did; after all have ended. */
  synchronized void rethrow() {
    if (failure instanceof Error error) {
      throw error;
    } else if (failure instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
