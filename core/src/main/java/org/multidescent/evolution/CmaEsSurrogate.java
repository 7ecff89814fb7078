package org.multidescent.evolution;

/**
 * Evaluates generations of a run with the help of a {@link QuadraticModel} of its last evaluations
 * (after Hansen, A global surrogate assisted CMA-ES, 2019). The offspring for which the model
 * predicts the lowest values are evaluated first; as soon as it ranks the last evaluations as their
 * values do, the rest is not evaluated, and all are ranked by the model. A regression has less
 * noise than a value. Where the model is of no use, all are evaluated and ranked by their own
 * values. Belongs to one thread.
 */
public final class CmaEsSurrogate {

  private static final double FIRST_SHARE = 0.1;
  private static final double GROWTH = 1.5;
  private static final double AGREEMENT = 0.85;
  private static final int LEAST_COMPARED = 15;
  private static final double COMPARED_SHARE = 0.75;

  private final int coordinates;
  private final int dimension;
  private final int capacity;
  private final QuadraticModel model;
  private final double[] step;
  private final double[] z;
  private double[] predicted = new double[0];
  private double[] batch = new double[0];
  private double[] batchValues = new double[0];
  private int[] order = new int[0];
  private int evaluated;

  /** What evaluates many positions, one after the other, at once. */
  @FunctionalInterface
  public interface Batch {

    /** Writes the values of the first {@code count} positions. */
    void values(double[] positions, int count, double[] values);
  }

  /**
   * Creates the scratch.
   *
   * @param coordinates the number of coordinates, fixed ones included
   */
  public CmaEsSurrogate(CmaEsGeneration generation, int coordinates) {
    this.coordinates = coordinates;
    this.dimension = generation.dimension();
    this.capacity = CmaEsArchive.capacity(coordinates);
    this.model = new QuadraticModel(capacity > 0 ? dimension : 0);
    this.step = new double[dimension];
    this.z = new double[dimension];
  }

  /**
   * Gives all offspring of a sampled generation a value, and remembers the evaluations. Nothing is
   * remembered before the last of them is made.
   */
  public void evaluate(double[] memory, CmaEsGeneration generation, Batch objective) {
    int population = (int) memory[CmaEsMemory.POPULATION];
    evaluated = 0;
    if (population > capacity) {
      objective.values(generation.positions(), population, generation.values());
      return;
    }
    reserve(population, generation.positions().length / generation.values().length);
    boolean asked = !CmaEsArchive.waits(memory, coordinates);
    boolean known = load(memory, population) && asked && model.fit();
    boolean enough = known && spare(memory, generation, population, objective);
    if (!enough) {
      observe(memory, generation, population, objective);
    }
    CmaEsArchive.learn(memory, coordinates, asked, !known || enough);
    remember(memory, generation);
    if (enough) {
      predict(memory, generation, 0, population);
      System.arraycopy(predicted, 0, generation.values(), 0, population);
    }
  }

  private void reserve(int population, int width) {
    if (order.length < population) {
      predicted = new double[population];
      batch = new double[Math.multiplyExact(population, width)];
      batchValues = new double[population];
      order = new int[population];
    }
    for (int k = 0; k < population; k++) {
      order[k] = k;
    }
  }

  /** Tells the model what is remembered, the oldest first. */
  private boolean load(double[] memory, int population) {
    int count = CmaEsArchive.count(memory, coordinates);
    model.clear(capacity + population);
    for (int age = count - 1; age >= 0; age--) {
      int row = CmaEsArchive.row(memory, coordinates, age);
      for (int i = 0; i < dimension; i++) {
        double off = memory[row + i] - memory[CmaEsMemory.mean() + i];
        step[i] = off / memory[CmaEsMemory.SIGMA];
      }
      whiten(memory, step, 0);
      model.add(z, memory[row + dimension]);
    }
    return count > 0;
  }

  /** Brings a step, in units of sigma, into the coordinates in which the distribution is round. */
  private void whiten(double[] memory, double[] steps, int at) {
    int vectors = CmaEsMemory.vectors(dimension);
    int axes = CmaEsMemory.axes(dimension);
    for (int j = 0; j < dimension; j++) {
      double sum = 0;
      for (int i = 0; i < dimension; i++) {
        sum += memory[vectors + i * dimension + j] * steps[at + i];
      }
      z[j] = sum / memory[axes + j];
    }
  }

  /** Evaluates the most promising offspring first; tells whether no more are needed. */
  private boolean spare(
      double[] memory, CmaEsGeneration generation, int population, Batch objective) {
    int next = Math.max(1, (int) Math.ceil(FIRST_SHARE * population));
    while (next < population) {
      predict(memory, generation, evaluated, population);
      sort(evaluated, population);
      if (!observe(memory, generation, next, objective) || !model.fit()) {
        return false;
      }
      if (agrees(population)) {
        return true;
      }
      next = Math.max(evaluated + 1, (int) Math.ceil(GROWTH * evaluated));
    }
    return false;
  }

  /** Predicts values of the offspring from one place of the order to another. */
  private void predict(double[] memory, CmaEsGeneration generation, int from, int to) {
    for (int r = from; r < to; r++) {
      whiten(memory, generation.steps(), order[r] * dimension);
      predicted[order[r]] = model.predicted(z);
    }
  }

  /** Sorts a part of the order, the lowest prediction first. */
  private void sort(int from, int to) {
    for (int r = from + 1; r < to; r++) {
      int moved = order[r];
      int at = r;
      while (at > from && predicted[moved] < predicted[order[at - 1]]) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = moved;
    }
  }

  /** Evaluates the offspring up to a place of the order; tells whether all have a value. */
  private boolean observe(double[] memory, CmaEsGeneration generation, int next, Batch objective) {
    int width = batch.length / order.length;
    for (int r = evaluated; r < next; r++) {
      int row = (r - evaluated) * width;
      System.arraycopy(generation.positions(), order[r] * width, batch, row, width);
    }
    objective.values(batch, next - evaluated, batchValues);
    boolean finite = true;
    for (int r = evaluated; r < next; r++) {
      double value = batchValues[r - evaluated];
      generation.values()[order[r]] = value;
      if (Double.isFinite(value)) {
        whiten(memory, generation.steps(), order[r] * dimension);
        model.add(z, value);
      } else {
        finite = false;
      }
    }
    evaluated = next;
    return finite;
  }

  /** Tells whether the model ranks the last evaluations as their values do (Kendall's tau). */
  private boolean agrees(int population) {
    int wanted = Math.max(LEAST_COMPARED, (int) Math.ceil(COMPARED_SHARE * population));
    int compared = Math.min(model.count(), Math.max(wanted, evaluated));
    int first = model.count() - compared;
    double agreement = 0;
    for (int a = first; a < model.count(); a++) {
      for (int b = first; b < a; b++) {
        double fitted = model.fitted(a) - model.fitted(b);
        agreement += Math.signum(fitted) * Math.signum(model.observed(a) - model.observed(b));
      }
    }
    return agreement >= AGREEMENT * compared * (compared - 1) / 2;
  }

  private void remember(double[] memory, CmaEsGeneration generation) {
    for (int r = 0; r < evaluated; r++) {
      double value = generation.values()[order[r]];
      if (Double.isFinite(value)) {
        int row = CmaEsArchive.add(memory, coordinates);
        for (int i = 0; i < dimension; i++) {
          double off = memory[CmaEsMemory.SIGMA] * generation.steps()[order[r] * dimension + i];
          memory[row + i] = memory[CmaEsMemory.mean() + i] + off;
        }
        memory[row + dimension] = value;
      }
    }
  }
}
