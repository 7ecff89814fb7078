package org.multidescent.engine.telemetry;

import org.jspecify.annotations.Nullable;
import org.multidescent.frontier.Frontier;

/**
 * Measures some of a worker's operations on the frontier; polls that find nothing are idle time.
 */
public final class TimedFrontierAccess<T> implements Frontier.Access<T> {

  private final Frontier.Access<T> access;
  private final WorkerTimer timing;

  public TimedFrontierAccess(Frontier.Access<T> access, WorkerTimer timing) {
    this.access = access;
    this.timing = timing;
  }

  @Override
  public void offerStart(double value, int start) {
    if (!timing.isWatching()) {
      access.offerStart(value, start);
      return;
    }
    long before = System.nanoTime();
    access.offerStart(value, start);
    timing.offered(System.nanoTime() - before);
  }

  @Override
  public void offerStarts(double[] values, int from, int count, int start) {
    if (!timing.isWatching()) {
      access.offerStarts(values, from, count, start);
      return;
    }
    long before = System.nanoTime();
    access.offerStarts(values, from, count, start);
    timing.offered(System.nanoTime() - before);
  }

  @Override
  public void offer(double value, T point) {
    access.offer(value, point);
  }

  @Override
  public boolean poll() {
    if (!timing.isWatching()) {
      return access.poll();
    }
    long before = System.nanoTime();
    boolean taken = access.poll();
    if (taken) {
      timing.polled(System.nanoTime() - before);
    }
    return taken;
  }

  @Override
  public boolean exchange(double value, T point) {
    return timing.isWatching() ? timedExchange(value, point) : access.exchange(value, point);
  }

  private boolean timedExchange(double value, T point) {
    long before = System.nanoTime();
    boolean exchanged = access.exchange(value, point);
    timing.polled(System.nanoTime() - before);
    return exchanged;
  }

  @Override
  public double value() {
    return access.value();
  }

  @Override
  public @Nullable T point() {
    return access.point();
  }

  @Override
  public int start() {
    return access.start();
  }

  @Override
  public void load(double value, int start) {
    access.load(value, start);
  }

  @Override
  public void seal() {
    access.seal();
  }
}
