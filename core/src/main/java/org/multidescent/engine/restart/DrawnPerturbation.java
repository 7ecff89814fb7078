package org.multidescent.engine.restart;

import java.util.random.RandomGenerator;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.report.Origin;
import org.multidescent.restart.Perturbation;

/**
 * A perturbation whose candidates have been drawn, so that a checkpoint can keep it whatever drew
 * them. Proposes them in order, again and again.
 */
public final class DrawnPerturbation implements Perturbation {

  private final SavedPerturbation saved;
  private int next;

  public DrawnPerturbation(SavedPerturbation saved) {
    this.saved = saved;
  }

  /** Draws the candidates of a perturbation. */
  public static DrawnPerturbation draw(
      Perturbation perturbation, long number, RandomGenerator random, int dimension) {
    int count = perturbation.candidates();
    double[] candidate = new double[dimension];
    double[] candidates = new double[Math.max(0, count) * dimension];
    for (int k = 0; k < count; k++) {
      perturbation.propose(random, candidate);
      System.arraycopy(candidate, 0, candidates, k * dimension, dimension);
    }
    return new DrawnPerturbation(
        new SavedPerturbation(DescentFactory.kind(perturbation, number), count, candidates));
  }

  public SavedPerturbation saved() {
    return saved;
  }

  @Override
  public Origin.Drawn origin(Origin.Place place) {
    return saved.origin().at(place);
  }

  @Override
  public long source() {
    return saved.origin().place().source();
  }

  @Override
  public int candidates() {
    return saved.count();
  }

  @Override
  public void propose(RandomGenerator random, double[] u) {
    System.arraycopy(saved.candidates(), next * u.length, u, 0, u.length);
    next = (next + 1) % saved.count();
  }
}
