package org.multidescent.spark;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.BatchException;
import org.multidescent.problem.EvaluationUnavailableException;
import org.multidescent.problem.Evaluator;

/** The driver's hold on the objective: each call is a Spark job. */
final class SparkEvaluator implements Evaluator {

  /** Enough that cores end at about the same time where positions take unequally long. */
  private static final int TASKS_A_CORE = 4;

  private static final double[] NONE = {};

  private final Jobs jobs;
  private final int dimension;
  private final double[] single = new double[1];
  private @Nullable Long sample;

  SparkEvaluator(Jobs jobs, int dimension) {
    this.jobs = jobs;
    this.dimension = dimension;
  }

  @Override
  public void sample(long name) {
    sample = name;
  }

  @Override
  public double value(double[] x) {
    return one(Call.VALUE, x, NONE);
  }

  @Override
  public double valueAndGradient(double[] x, double[] gradient) {
    return one(Call.GRADIENT, x, gradient);
  }

  @Override
  public double residuals(double[] x, double[] residuals) {
    return one(Call.RESIDUALS, x, residuals);
  }

  @Override
  public void jacobian(double[] x, double[] derivatives) {
    one(Call.JACOBIAN, x, derivatives);
  }

  @Override
  public void constraints(double[] x, double[] constraints) {
    one(Call.CONSTRAINTS, x, constraints);
  }

  @Override
  public double valueAndConstraints(double[] x, double[] constraints) {
    return one(Call.VALUE_AND_CONSTRAINTS, x, constraints);
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    @Nullable Throwable[] failures = ask(Call.VALUE, positions, count, values, NONE);
    for (Throwable failure : failures) {
      if (failure != null) {
        throw new BatchException(failures);
      }
    }
  }

  @Override
  public Runnable cancellation() {
    return jobs::cancel;
  }

  private double one(Call call, double[] x, double[] numbers) {
    Throwable failure = ask(call, x, 1, single, numbers)[0];
    if (failure != null) {
      throw SparkEvaluator.<RuntimeException>unchecked(failure);
    }
    return single[0];
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> T unchecked(Throwable failure) throws T {
    throw (T) failure;
  }

  /**
   * Has a call made at each position.
   *
   * @param values receives the values
   * @param numbers receives what there is beside the value of a single position
   * @return what failed at each position; null where nothing did
   */
  private @Nullable Throwable[] ask(
      Call call, double[] positions, int count, double[] values, double[] numbers) {
    List<double[]> tasks = tasks(positions, count);
    List<byte[]> replies = jobs.run(tasks, new Order(call, dimension, numbers.length, sample));
    @Nullable Throwable[] failures = new @Nullable Throwable[count];
    int k = 0;
    try {
      for (int task = 0; task < tasks.size(); task++) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(replies.get(task)));
        for (int end = k + tasks.get(task).length / dimension; k < end; k++) {
          failures[k] = Reply.read(in, values, k, numbers);
        }
      }
    } catch (IOException broken) {
      throw new EvaluationUnavailableException("the reply of a Spark task is cut short", broken);
    }
    return failures;
  }

  /** Divides positions into tasks of as many, or one more. */
  private List<double[]> tasks(double[] positions, int count) {
    int tasks = Math.min(count, TASKS_A_CORE * jobs.cores());
    List<double[]> result = new ArrayList<>(tasks);
    for (int task = 0; task < tasks; task++) {
      int from = (int) ((long) task * count / tasks);
      int to = (int) ((task + 1L) * count / tasks);
      result.add(Arrays.copyOfRange(positions, from * dimension, to * dimension));
    }
    return result;
  }
}
