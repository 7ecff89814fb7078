package org.multidescent.engine;

import java.util.random.RandomGenerator;
import org.multidescent.checkpoint.SavedHop;
import org.multidescent.renewal.Hop;

/**
 * A hop whose candidates have been drawn, so that a checkpoint can keep it whatever drew them.
 * Proposes them in order, again and again.
 */
final class DrawnHop implements Hop {

  private final SavedHop saved;
  private int next;

  DrawnHop(SavedHop saved) {
    this.saved = saved;
  }

  /** Draws the candidates of a hop. */
  static DrawnHop draw(Hop hop, long number, RandomGenerator random, int dimension) {
    int count = hop.candidates();
    double[] candidate = new double[dimension];
    double[] candidates = new double[Math.max(0, count) * dimension];
    for (int k = 0; k < count; k++) {
      hop.propose(random, candidate);
      System.arraycopy(candidate, 0, candidates, k * dimension, dimension);
    }
    return new DrawnHop(new SavedHop(hop.kind(), hop.source(), number, count, candidates));
  }

  SavedHop saved() {
    return saved;
  }

  @Override
  public String kind() {
    return saved.kind();
  }

  @Override
  public long source() {
    return saved.source();
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
