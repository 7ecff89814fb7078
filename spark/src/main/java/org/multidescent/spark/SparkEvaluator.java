package org.multidescent.spark;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.BatchException;
import org.multidescent.function.EvaluationUnavailableException;
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
  public void constraintJacobian(double[] x, double[] rows) {
    one(Call.CONSTRAINT_JACOBIAN, x, rows);
  }

  @Override
  public double valueAndDerivatives(
      double[] x, double[] gradient, double[] constraints, double[] jacobian) {
    double[] numbers = new double[gradient.length + constraints.length + jacobian.length];
    double value = one(Call.VALUE_AND_DERIVATIVES, x, numbers);
    System.arraycopy(numbers, 0, gradient, 0, gradient.length);
    System.arraycopy(numbers, gradient.length, constraints, 0, constraints.length);
    int from = gradient.length + constraints.length;
    System.arraycopy(numbers, from, jacobian, 0, jacobian.length);
    return value;
  }

  @Override
  public void values(double[] positions, int count, double[] values) {
    many(Call.VALUE, positions, count, values, NONE);
  }

  @Override
  public void constraints(double[] positions, int count, double[] constraints) {
    many(Call.CONSTRAINTS, positions, count, new double[count], constraints);
  }

  @Override
  public void valuesAndConstraints(
      double[] positions, int count, double[] values, double[] constraints) {
    many(Call.VALUE_AND_CONSTRAINTS, positions, count, values, constraints);
  }

  @Override
  public void residuals(double[] positions, int count, double[] residuals, double[] values) {
    many(Call.RESIDUALS, positions, count, values, residuals);
  }

  @Override
  public Runnable cancellation() {
    return jobs::cancel;
  }

  private void many(Call call, double[] positions, int count, double[] values, double[] numbers) {
    @Nullable Throwable[] failures = ask(call, positions, count, values, numbers);
    for (Throwable failure : failures) {
      if (failure != null) {
        throw new BatchException(failures);
      }
    }
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
   * @param numbers receives what there is beside the values, position after position
   * @return what failed at each position; null where nothing did
   */
  private @Nullable Throwable[] ask(
      Call call, double[] positions, int count, double[] values, double[] numbers) {
    List<double[]> tasks = tasks(positions, count);
    int beside = numbers.length / count;
    List<byte[]> replies = jobs.run(tasks, new Order(call, dimension, beside, sample));
    @Nullable Throwable[] failures = new @Nullable Throwable[count];
    int k = 0;
    try {
      for (int task = 0; task < tasks.size(); task++) {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(replies.get(task)));
        for (int end = k + tasks.get(task).length / dimension; k < end; k++) {
          failures[k] = Reply.read(in, values, k, numbers, beside);
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
