package org.multidescent.bench.bbob;

/** A square matrix. Immutable. */
public final class Matrix implements LinearMap {

  private final double[][] rows;

  private Matrix(double[][] rows) {
    this.rows = rows;
  }

  /**
   * Returns an orthogonal matrix: Gram-Schmidt on the columns of a matrix of normal numbers, filled
   * column by column.
   *
   * @param dimension how many rows and columns, 1 or more
   * @param seed of the normal numbers, as in {@link BbobRandom#gaussian}
   * @return the matrix
   */
  public static Matrix rotation(int dimension, long seed) {
    double[] normal = BbobRandom.gaussian(dimension * dimension, seed);
    double[][] columns = new double[dimension][dimension];
    for (int j = 0; j < dimension; j++) {
      System.arraycopy(normal, j * dimension, columns[j], 0, dimension);
      for (int k = 0; k < j; k++) {
        addScaled(columns[j], -dot(columns[k], columns[j]), columns[k]);
      }
      double length = Math.sqrt(dot(columns[j], columns[j]));
      for (int i = 0; i < dimension; i++) {
        columns[j][i] /= length;
      }
    }
    return new Matrix(columns).transposed();
  }

  /** Returns this matrix times the diagonal matrix of these entries. */
  Matrix timesDiagonal(double[] diagonal) {
    double[][] product = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        product[i][j] = rows[i][j] * diagonal[j];
      }
    }
    return new Matrix(product);
  }

  /** Returns the diagonal matrix of these entries times this matrix. */
  Matrix scaled(double[] diagonal) {
    return transposed().timesDiagonal(diagonal).transposed();
  }

  /** Returns this matrix times another. */
  Matrix times(Matrix other) {
    double[][] product = new double[rows.length][];
    Matrix columns = other.transposed();
    for (int i = 0; i < rows.length; i++) {
      product[i] = columns.times(rows[i]);
    }
    return new Matrix(product);
  }

  @Override
  public double[] times(double[] x) {
    double[] product = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      product[i] = dot(rows[i], x);
    }
    return product;
  }

  /**
   * Returns the matrix whose rows are this one's columns.
   *
   * @return a new matrix
   */
  public Matrix transposed() {
    double[][] transposed = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows.length; j++) {
        transposed[j][i] = rows[i][j];
      }
    }
    return new Matrix(transposed);
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void addScaled(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }
}
