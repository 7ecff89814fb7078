package org.multidescent.bench.tune;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.multidescent.frontier.Frontier;

/** Micro-benchmarks of the engine's parts; each the lower quartile of many short batches. */
final class PartMeter {

  private static final int BATCHES = 1_000;
  private static final int OPERATIONS = 2_000;
  private static final int LEAD = 64;
  private static final int ROUND_TRIPS = 10;
  private static final int TRANSFERS = 20_000;
  private static final int FEWEST = 100;
  private static final long TRANSFER_NANOS = 5_000_000_000L;
  private static final double BOTH_AWAKE = 500;
  private static final double USUAL = 50;
  private static final Object POINT = new Object();

  private final Frontier.Access<Object> access;
  private final SplittableRandom random = new SplittableRandom(1);
  private double value;

  private PartMeter(boolean relaxed) {
    Frontier<Object> frontier = relaxed ? Frontier.relaxed(1, 2, 1) : Frontier.locked(1);
    this.access = frontier.access(0);
    for (int i = 0; i < Replica.POOL; i++) {
      access.offer(random.nextDouble(), POINT);
    }
  }

  static PartCosts measure(boolean relaxed, double transfer) {
    PartMeter meter = new PartMeter(relaxed);
    return new PartCosts(
        quartile(meter::look), quartile(meter::exchange), quartile(meter::replace), transfer);
  }

  private void look() {
    access.exchange(-1, POINT);
  }

  private void exchange() {
    value += 1e-3 * random.nextDouble();
    if (access.exchange(value, POINT)) {
      value = access.value();
    }
  }

  private void replace() {
    access.offerStart(value + random.nextDouble(), 0);
    access.poll();
    value = access.value();
  }

  private static double quartile(Runnable operation) {
    double[] nanos = new double[BATCHES];
    for (int batch = 0; batch < BATCHES; batch++) {
      long begin = System.nanoTime();
      for (int i = 0; i < OPERATIONS; i++) {
        operation.run();
      }
      nanos[batch] = (double) (System.nanoTime() - begin) / OPERATIONS;
    }
    Arrays.sort(nanos);
    return nanos[BATCHES / 4];
  }

  /**
   * Returns half a round trip of a number between two threads, in nanoseconds: the median of those
   * batches during which both threads had a core, which on a busy machine may be few. Where two
   * threads never have one at a time, a usual value.
   */
  static double transfer() {
    AtomicLong[] line = new AtomicLong[2 * LEAD];
    Arrays.setAll(line, i -> new AtomicLong());
    AtomicLong ball = line[LEAD];
    Thread partner = new Thread(() -> answer(ball), "transfer-partner");
    partner.setDaemon(true);
    partner.start();
    double[] nanos = new double[TRANSFERS];
    long sent = 0;
    long end = System.nanoTime() + TRANSFER_NANOS;
    int batches = 0;
    while (batches < TRANSFERS && System.nanoTime() < end) {
      long begin = System.nanoTime();
      for (int i = 0; i < ROUND_TRIPS; i++) {
        ball.set(++sent);
        sent++;
        await(ball, sent);
      }
      double took = (System.nanoTime() - begin) / (2.0 * ROUND_TRIPS);
      if (took < BOTH_AWAKE) {
        nanos[batches++] = took;
      }
    }
    ball.set(-1);
    Arrays.sort(nanos, 0, batches);
    return batches < FEWEST ? USUAL : nanos[batches / 2];
  }

  private static void answer(AtomicLong ball) {
    for (long wanted = 1; await(ball, wanted); wanted += 2) {
      ball.set(wanted + 1);
    }
  }

  private static boolean await(AtomicLong ball, long wanted) {
    for (int spins = 1; ; spins++) {
      long seen = ball.get();
      if (seen == wanted || seen < 0) {
        return seen == wanted;
      }
      if ((spins & 0xffff) == 0) {
        Thread.yield();
      }
    }
  }
}
