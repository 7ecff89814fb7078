package org.multidescent.evaluation;

import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchException;
import org.multidescent.function.EvaluationUnavailableException;

/** Makes calls that take many positions, and counts what fails in them. Belongs to an oracle. */
final class BatchCalls {

  private final CountedOracle oracle;
  private final EvaluationCounter counter;

  BatchCalls(CountedOracle oracle, EvaluationCounter counter) {
    this.oracle = oracle;
    this.counter = counter;
  }

  /**
   * Makes a call of granted evaluations.
   *
   * @param gradients whether they are evaluations with gradient
   * @return what failed at which position; null if nothing did
   */
  @Nullable BatchException attempt(Runnable call, int count, boolean gradients) {
    try {
      call.run();
      return null;
    } catch (EvaluationUnavailableException cause) {
      throw unavailable(cause, count, gradients);
    } catch (BatchException some) {
      return some;
    } catch (Throwable all) {
      return new BatchException(Collections.nCopies(count, all).toArray(new Throwable[0]));
    }
  }

  private RuntimeException unavailable(
      EvaluationUnavailableException cause, int missing, boolean gradients) {
    return gradients
        ? counter.unavailable(cause, 0, missing)
        : counter.unavailable(cause, missing, 0);
  }

  /**
   * Counts what failed position by position, also after one that ends the search.
   *
   * @param values receives what to go on with at each of these positions
   */
  void fail(
      BatchException failures,
      double[] us,
      int first,
      int count,
      double[] values,
      boolean gradients) {
    int dimension = oracle.dimension();
    EvaluationUnavailableException unavailable = null;
    int missing = 0;
    for (int k = 0; k < count; k++) {
      if (failures.failure(k) instanceof EvaluationUnavailableException cause) {
        unavailable = cause;
        missing++;
      }
    }
    RuntimeException end =
        unavailable == null ? null : unavailable(unavailable, missing, gradients);
    for (int k = 0; k < count; k++) {
      Throwable cause = failures.failure(k);
      if (cause != null && !(cause instanceof EvaluationUnavailableException)) {
        try {
          values[first + k] = counter.failed(cause, us, (first + k) * dimension);
        } catch (StopSearch ended) {
          end = ended;
        }
      }
    }
    if (end != null) {
      throw end;
    }
  }
}
