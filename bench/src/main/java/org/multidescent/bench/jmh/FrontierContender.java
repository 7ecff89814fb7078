package org.multidescent.bench.jmh;

import java.util.Comparator;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.function.IntFunction;
import org.multidescent.frontier.Frontier;

/** A priority structure in {@link FrontierBenchmark}, seen as a worker sees it after a slice. */
public enum FrontierContender {
  /** {@link PriorityBlockingQueue}: the point goes back and the best is taken. */
  PRIORITY_BLOCKING_QUEUE {
    @Override
    IntFunction<Turn> create(int threads) {
      PriorityBlockingQueue<Token> queue =
          new PriorityBlockingQueue<>(64, Comparator.comparingDouble(token -> token.value));
      return worker -> new Turn(queue::add, queue::poll);
    }
  },

  /** {@link ConcurrentSkipListSet}: the point goes back and the best is taken. */
  CONCURRENT_SKIP_LIST_SET {
    @Override
    IntFunction<Turn> create(int threads) {
      Comparator<Token> order =
          (a, b) -> a.value != b.value ? Double.compare(a.value, b.value) : a.id - b.id;
      ConcurrentSkipListSet<Token> set = new ConcurrentSkipListSet<>(order);
      return worker -> new Turn(set::add, set::pollFirst);
    }
  },

  /** The exact frontier: the point goes back and the best is taken. */
  LOCKED_PAIR {
    @Override
    IntFunction<Turn> create(int threads) {
      return pairs(Frontier.locked(threads));
    }
  },

  /** The relaxed frontier, 2 heaps a worker: the point goes back and a good one is taken. */
  RELAXED_PAIR {
    @Override
    IntFunction<Turn> create(int threads) {
      return pairs(Frontier.relaxed(threads, 2, SEED));
    }
  },

  /** The exact frontier: the point is kept, or exchanged for the best. */
  LOCKED {
    @Override
    IntFunction<Turn> create(int threads) {
      return exchanges(Frontier.locked(threads));
    }
  },

  /** The relaxed frontier, 2 heaps a worker: the point is kept, or exchanged for a better one. */
  RELAXED {
    @Override
    IntFunction<Turn> create(int threads) {
      return exchanges(Frontier.relaxed(threads, 2, SEED));
    }
  };

  private static final long SEED = 42;

  /** Returns an empty structure as one worker's turns at it, by the worker's number. */
  abstract IntFunction<Turn> create(int threads);

  private static IntFunction<Turn> pairs(Frontier<Token> frontier) {
    return worker -> {
      Frontier.Access<Token> access = frontier.access(worker);
      return new Turn(
          token -> access.offer(token.value, token), () -> access.poll() ? access.point() : null);
    };
  }

  private static IntFunction<Turn> exchanges(Frontier<Token> frontier) {
    return worker -> new ExchangeTurn(frontier.access(worker));
  }
}
