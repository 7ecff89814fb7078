package org.multidescent.frontier;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;

/** Threads that pass entries round a frontier, and a count of the entries at the end. */
final class Stress {

  private Stress() {}

  /** A live point whose plain fields tell when two threads hold it at once. */
  static final class Item {
    final int start;
    private long visits;
    private long mirror;

    Item(int start) {
      this.start = start;
    }

    /** Returns whether the last holder's writes are seen and none comes between. */
    boolean visit() {
      boolean whole = visits == mirror;
      visits++;
      Thread.onSpinWait();
      mirror++;
      return whole && visits == mirror;
    }
  }

  /**
   * What a run left behind.
   *
   * @param seen how often each start was in the frontier at the end, as a cold start or a point
   * @param failures what went wrong
   */
  record Outcome(Map<Integer, Integer> seen, List<String> failures) {}

  static Outcome run(Frontier<Item> frontier, int threads, int entries, int operations)
      throws Exception {
    List<String> failures = Collections.synchronizedList(new ArrayList<>());
    CyclicBarrier barrier = new CyclicBarrier(threads);
    List<Thread> started = new ArrayList<>();
    for (int worker = 0; worker < threads; worker++) {
      int self = worker;
      Thread thread =
          new Thread(
              () -> {
                try {
                  barrier.await();
                  work(frontier.access(self), self, threads, entries, operations, barrier);
                } catch (Throwable e) {
                  failures.add("worker " + self + ": " + e);
                  barrier.reset();
                }
              },
              "stress-" + worker);
      thread.start();
      started.add(thread);
    }
    for (Thread thread : started) {
      thread.join();
    }
    Map<Integer, Integer> seen = new TreeMap<>();
    frontier.forEachCold((value, start) -> seen.merge(start, 1, Integer::sum));
    frontier.forEachLive((value, item) -> seen.merge(item.start, 1, Integer::sum));
    if (frontier.size() != seen.values().stream().mapToInt(Integer::intValue).sum()) {
      failures.add("size: " + frontier.size());
    }
    return new Outcome(seen, List.copyOf(failures));
  }

  private static void work(
      Frontier.Access<Item> access,
      int self,
      int threads,
      int entries,
      int operations,
      CyclicBarrier barrier)
      throws Exception {
    SplittableRandom random = new SplittableRandom(self + 1L);
    for (int start = self; start < entries; start += threads) {
      access.load(random.nextInt(20), start);
    }
    access.seal();
    barrier.await();
    Item held = null;
    for (int i = 0; i < operations; i++) {
      if (held == null) {
        held = access.poll() ? taken(access) : null;
        continue;
      }
      if (!held.visit()) {
        throw new IllegalStateException("two holders of " + held.start);
      }
      switch (random.nextInt(8)) {
        case 0 -> {
          access.offer(random.nextInt(20), held);
          held = null;
        }
        case 1 -> {
          access.offerStart(random.nextInt(20), held.start);
          held = null;
        }
        default -> held = access.exchange(random.nextInt(20), held) ? taken(access) : held;
      }
    }
    if (held != null) {
      access.offer(random.nextInt(20), held);
    }
  }

  private static Item taken(Frontier.Access<Item> access) {
    Item item = access.point();
    return item != null ? item : new Item(access.start());
  }
}
