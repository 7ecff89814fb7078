package org.multidescent.descent;

/** What a Levenberg-Marquardt step computes with; belongs to one thread. */
final class LeastSquaresScratch {

  /** The residuals at the position tried. */
  final double[] residuals;

  /** The Jacobian row by row, if the problem has one. */
  final double[] rows;

  /** The damped, linear problem: residuals, then one row a coordinate. */
  final double[] matrix;

  final double[] rightSide;
  final double[] solution;
  final double[] move;

  LeastSquaresScratch(int residuals, int dimension) {
    this.residuals = new double[residuals];
    this.rows = new double[residuals * dimension];
    this.matrix = new double[(residuals + dimension) * dimension];
    this.rightSide = new double[residuals + dimension];
    this.solution = new double[dimension];
    this.move = new double[dimension];
  }
}
