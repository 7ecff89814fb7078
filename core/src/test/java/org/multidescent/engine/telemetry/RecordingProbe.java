package org.multidescent.engine.telemetry;

import org.multidescent.report.Probe;

/** Adds up the weights it is told of, and keeps the last duration and slice. */
final class RecordingProbe implements Probe {

  long evaluations;
  long nanos;
  long steps;
  long sliceWeight;
  long polls;

  @Override
  public void evaluation(long took, long weight) {
    evaluations += weight;
    nanos = took;
  }

  @Override
  public void slice(long took, long taken, long weight) {
    steps = taken;
    sliceWeight = weight;
  }

  @Override
  public void poll(long took, long weight) {
    polls += weight;
  }
}
