package org.multidescent.bench.tune;

import java.util.Arrays;
import java.util.PriorityQueue;
import java.util.SplittableRandom;

/**
 * A discrete-event model of the engine on a machine with a core for each worker.
 *
 * <p>A worker steps for a slice, looks at the frontier, and with the counted probabilities
 * exchanges its point or replaces a stalled one. Each heap has a lock that its waiters get in the
 * order in which they came. A heap that another worker has changed since costs a look one cache
 * line's way, and an operation under its lock three more (lock, top, entries). The exact frontier
 * has one heap; the relaxed one two a worker, of which a worker looks at two by chance and, if the
 * lock is taken, goes on without. A stall also touches what all workers share (the next start, the
 * decision's number, the feed's index and slot, its lock, the catalogue), a cache line each, and
 * sums all workers' counters, a line a worker, of which a core fetches several at once.
 *
 * <p>Left out: memory bandwidth, clocks that slow down when all cores are busy, garbage collection,
 * waiters that park. So the curves are upper bounds beyond the measured cores.
 */
public final class MachineModel {

  private static final int LINES = 3;
  private static final int HEAPS_PER_WORKER = 2;
  private static final int SHARED_LINES = 6;
  private static final double FETCHED_AT_ONCE = 4;
  private static final int SLICES_PER_WORKER = 2_000;
  private static final double SPREAD = 0.5;

  private final double sliceNanos;
  private final Traffic traffic;
  private final PartCosts parts;
  private final int workers;
  private final boolean relaxed;
  private final SplittableRandom random = new SplittableRandom(1);
  private final double[] freeAt;
  private final int[] version;
  private final int[] owner;
  private final int[][] seen;
  private int lastStalled = -1;

  private record Event(double time, int worker) {}

  /**
   * Creates a model.
   *
   * @param stepNanos what a step takes, the objective included, the frontier not
   */
  MachineModel(double stepNanos, Traffic traffic, PartCosts parts, int workers, boolean relaxed) {
    this.sliceNanos = stepNanos * traffic.stepsPerSlice();
    this.traffic = traffic;
    this.parts = parts;
    this.workers = workers;
    this.relaxed = relaxed;
    int heaps = relaxed ? HEAPS_PER_WORKER * workers : 1;
    this.freeAt = new double[heaps];
    this.version = new int[heaps];
    this.owner = new int[heaps];
    this.seen = new int[workers][heaps];
    Arrays.fill(owner, -1);
  }

  /** Returns the calls a second all workers make. */
  double rate() {
    PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Double.compare(a.time(), b.time()));
    for (int worker = 0; worker < workers; worker++) {
      events.add(new Event(random.nextDouble() * sliceNanos, worker));
    }
    long slices = (long) SLICES_PER_WORKER * workers;
    double began = 0;
    double now = 0;
    for (long slice = 0; slice < 2 * slices; slice++) {
      Event event = events.remove();
      now = event.time();
      if (slice == slices) {
        began = now;
      }
      double next = endOfSlice(event.worker(), now) + sliceNanos * jitter();
      events.add(new Event(next, event.worker()));
    }
    return slices * traffic.stepsPerSlice() * traffic.callsPerStep() / (now - began) * 1e9;
  }

  private double endOfSlice(int worker, double now) {
    double draw = random.nextDouble();
    if (draw < traffic.stalls()) {
      double half = parts.replace() / 2;
      double reported = now + report(worker);
      return locked(worker, locked(worker, reported, pick(), half), pick(), half);
    }
    int heap = pick();
    double looked = now + parts.look() + travel(worker, heap);
    if (relaxed) {
      looked += travel(worker, pick());
    }
    boolean wanted = draw < traffic.stalls() + traffic.exchanges();
    if (!wanted || relaxed && freeAt[heap] > looked) {
      return looked;
    }
    return locked(worker, looked, heap, parts.exchange() - parts.look());
  }

  /** What a report costs beyond its own work, which is part of the slice. */
  private double report(int worker) {
    boolean moved = lastStalled >= 0 && lastStalled != worker;
    lastStalled = worker;
    double counters = (workers - 1) / FETCHED_AT_ONCE;
    return parts.transfer() * (counters + (moved ? SHARED_LINES : 0));
  }

  private double locked(int worker, double now, int heap, double nanos) {
    double begin = Math.max(now, freeAt[heap]);
    double moved = owner[heap] == worker || owner[heap] < 0 ? 0 : LINES * parts.transfer();
    double end = begin + moved + Math.max(0, nanos);
    freeAt[heap] = end;
    owner[heap] = worker;
    seen[worker][heap] = ++version[heap];
    return end;
  }

  private double travel(int worker, int heap) {
    boolean stale = seen[worker][heap] != version[heap];
    seen[worker][heap] = version[heap];
    return stale ? parts.transfer() : 0;
  }

  private int pick() {
    return freeAt.length == 1 ? 0 : random.nextInt(freeAt.length);
  }

  private double jitter() {
    return 1 + SPREAD * (2 * random.nextDouble() - 1);
  }
}
