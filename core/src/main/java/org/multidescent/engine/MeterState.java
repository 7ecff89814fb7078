package org.multidescent.engine;

/** The counters of one worker, between two paddings. */
abstract class MeterState extends Padding {
  long evaluations;
  long gradients;
  long steps;
  long starts;
  long hops;
  long stalls;
  long leased;
  long lease;
  double best = Double.POSITIVE_INFINITY;
  long bestVersion;
}
