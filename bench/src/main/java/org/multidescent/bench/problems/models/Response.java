package org.multidescent.bench.problems.models;

/** What a model says of the data. */
@FunctionalInterface
interface Response {

  /** Returns the responses, as many for any parameters. */
  double[] at(double[] parameters);
}
