package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.evaluation.SharedEvaluations;

/**
 * Evaluations of a task of a reproducible search that several workers make, and what was thrown in
 * them. Who makes one writes what it threw before it is complete; the task's own worker reads that
 * once all are.
 */
final class PostedEvaluations {

  private final SharedEvaluations evaluations;
  private final long place;
  private final @Nullable Throwable[] thrown;

  /**
   * Creates evaluations that nobody has claimed.
   *
   * @param place the task's place in the order
   * @param count how many there are, those made before included
   */
  PostedEvaluations(SharedEvaluations evaluations, long place, int count) {
    this.evaluations = evaluations;
    this.place = place;
    this.thrown = new @Nullable Throwable[count];
  }

  SharedEvaluations evaluations() {
    return evaluations;
  }

  long place() {
    return place;
  }

  void threw(int index, Throwable cause) {
    thrown[index] = cause;
  }

  @Nullable Throwable thrown(int index) {
    return thrown[index];
  }
}
