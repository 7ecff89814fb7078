package org.multidescent.frontier;

import java.util.SplittableRandom;

/**
 * The hold model on a relaxed frontier: workers take turns by chance, each puts a point back at a
 * random distance behind the value it had. The rank error of what a worker goes on with is the
 * number of lower entries left in the frontier.
 */
final class RankSimulation {

  private static final int POINTS = 2_000;
  private static final int STEPS = 200_000;
  private static final int REACH = 20_000;

  private final int workers;
  private final Frontier<Object> frontier;
  private final SplittableRandom random;
  private final int[] counts = new int[1 << 22];
  private final Object point = new Object();

  RankSimulation(int workers, int heapsPerWorker, long seed) {
    this.workers = workers;
    this.frontier = Frontier.relaxed(workers, heapsPerWorker, seed);
    this.random = new SplittableRandom(seed);
    for (int i = 0; i < POINTS; i++) {
      put(random.nextInt(workers), random.nextInt(REACH));
    }
  }

  /** Returns the mean rank error when each step is a poll and an offer. */
  double pollAndOffer() {
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      int worker = random.nextInt(workers);
      int value = take(worker);
      sum += below(value);
      put(worker, behind(value));
    }
    return sum / STEPS;
  }

  /** Returns the mean rank error when each worker holds a point and exchanges it after a step. */
  double exchange() {
    int[] held = new int[workers];
    for (int worker = 0; worker < workers; worker++) {
      held[worker] = take(worker);
    }
    double sum = 0;
    for (int i = 0; i < STEPS; i++) {
      int worker = random.nextInt(workers);
      int value = behind(held[worker]);
      held[worker] = value;
      if (frontier.access(worker).exchange(value, point)) {
        held[worker] = (int) frontier.access(worker).value();
        count(value, 1);
        count(held[worker], -1);
      }
      sum += below(held[worker]);
    }
    return sum / STEPS;
  }

  private int behind(int value) {
    return value + 1 + random.nextInt(REACH);
  }

  private void put(int worker, int value) {
    frontier.access(worker).offer(value, point);
    count(value, 1);
  }

  private int take(int worker) {
    if (!frontier.access(worker).poll()) {
      throw new IllegalStateException("nothing to take");
    }
    int value = (int) frontier.access(worker).value();
    count(value, -1);
    return value;
  }

  private void count(int value, int change) {
    for (int i = value + 1; i < counts.length; i += i & -i) {
      counts[i] += change;
    }
  }

  private int below(int value) {
    int sum = 0;
    for (int i = value; i > 0; i -= i & -i) {
      sum += counts[i];
    }
    return sum;
  }
}
