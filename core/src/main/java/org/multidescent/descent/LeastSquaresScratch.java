package org.multidescent.descent;

/** What a Levenberg-Marquardt step computes with; belongs to one thread. */
final class LeastSquaresScratch {

  /** The residuals at the position tried. */
  final double[] residuals;

  /** The Jacobian in working coordinates, column by column. */
  final double[] jacobian;

  /** What it is made of: its rows by the problem's coordinates, or the residuals of neighbours. */
  final double[] raw;

  /** The damped, linear problem: residuals, then one row a coordinate. */
  final double[] matrix;

  final double[] rightSide;
  final double[] solution;
  final double[] move;

  LeastSquaresScratch(int residuals, int dimension) {
    this.residuals = new double[residuals];
    this.jacobian = new double[residuals * dimension];
    this.raw = new double[residuals * dimension];
    this.matrix = new double[(residuals + dimension) * dimension];
    this.rightSide = new double[residuals + dimension];
    this.solution = new double[dimension];
    this.move = new double[dimension];
  }
}
