package org.multidescent.bench.compare;

import org.multidescent.bench.contender.Contender;

/**
 * A contender with a number of workers.
 *
 * @param contender who runs
 * @param workers how many threads it gets, 1 or more
 */
public record Competitor(Contender contender, int workers) {

  String name() {
    return contender.name();
  }

  @Override
  public String toString() {
    return workers == 1 ? name() : name() + " x " + workers;
  }
}
