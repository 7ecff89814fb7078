package org.multidescent.engine.restart;

import java.util.random.RandomGenerator;
import org.multidescent.report.Origin;
import org.multidescent.restart.Perturbation;

/** Proposes given positions, in working coordinates, one after the other. */
final class GivenPerturbation implements Perturbation {

  static final String KIND = "given";
  static final long SOURCE = 6;

  private final double[][] given;
  private int next;

  GivenPerturbation(double[]... given) {
    this.given = given;
  }

  @Override
  public Origin.Drawn origin(Origin.Place place) {
    return new Origin.Perturbation(KIND, place);
  }

  @Override
  public long source() {
    return SOURCE;
  }

  @Override
  public int candidates() {
    return given.length;
  }

  @Override
  public void propose(RandomGenerator random, double[] u) {
    System.arraycopy(given[next++], 0, u, 0, u.length);
  }
}
