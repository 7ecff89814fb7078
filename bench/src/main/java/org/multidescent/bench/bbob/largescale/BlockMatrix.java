package org.multidescent.bench.bbob.largescale;

import java.util.Arrays;
import org.multidescent.bench.bbob.Instance;
import org.multidescent.bench.bbob.LinearMap;
import org.multidescent.bench.bbob.Matrix;

/** An orthogonal matrix of blocks on the diagonal. */
final class BlockMatrix implements LinearMap {

  /** The size of a block, but for the last. */
  static final int BLOCK = 40;

  private final int dimension;
  private final Matrix[] blocks;

  /** Block {@code k} is the rotation of {@code seed + 1000000 k}. */
  BlockMatrix(int dimension, long seed) {
    this.dimension = dimension;
    this.blocks = new Matrix[blocks(dimension)];
    Arrays.setAll(
        blocks, k -> Matrix.rotation(size(k), seed + (long) Instance.ROTATION_OFFSET * k));
  }

  private BlockMatrix(int dimension, Matrix[] blocks) {
    this.dimension = dimension;
    this.blocks = blocks;
  }

  static int blocks(int dimension) {
    return (dimension + BLOCK - 1) / BLOCK;
  }

  BlockMatrix transposed() {
    return new BlockMatrix(
        dimension, Arrays.stream(blocks).map(Matrix::transposed).toArray(Matrix[]::new));
  }

  @Override
  public double[] times(double[] x) {
    double[] product = new double[dimension];
    for (int k = 0; k < blocks.length; k++) {
      int first = k * BLOCK;
      double[] part = blocks[k].times(Arrays.copyOfRange(x, first, first + size(k)));
      System.arraycopy(part, 0, product, first, part.length);
    }
    return product;
  }

  private int size(int block) {
    return Math.min(BLOCK, dimension - block * BLOCK);
  }
}
