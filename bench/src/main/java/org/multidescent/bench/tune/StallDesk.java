package org.multidescent.bench.tune;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/**
 * What the engine does with a stall under a policy that always decides the same: a report through a
 * lock-free feed into the catalogue, and the number of the decision.
 */
final class StallDesk {

  private static final int CHUNK = 1024;

  private final AtomicLong decisions = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final MpscUnboundedVarHandleArrayQueue<Report> feed =
      new MpscUnboundedVarHandleArrayQueue<>(CHUNK);
  private final Catalogue catalogue;

  private record Report(Origin origin, double[] u, double value, DescentSummary course, long at) {}

  StallDesk(int dimension, double spread) {
    this.catalogue =
        new Catalogue(dimension, Tolerance.standard(dimension, spread), Catalogue.CAPACITY, 0);
  }

  /** Takes a report; returns how many there were before it. */
  long report(long start, double[] u, double value, long calls) {
    DescentSummary course = new DescentSummary(calls, Double.POSITIVE_INFINITY, false);
    feed.offer(new Report(new Origin.Start(start), u.clone(), value, course, calls));
    if (lock.tryLock()) {
      try {
        drain();
      } finally {
        lock.unlock();
      }
    }
    return decisions.getAndIncrement();
  }

  private void drain() {
    for (Report report = feed.poll(); report != null; report = feed.poll()) {
      catalogue.add(report.u(), report.value(), report.origin(), report.course(), report.at());
    }
  }
}
