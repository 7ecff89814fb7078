package org.multidescent.bench.contender;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.vector.constrained.EqualityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.InequalityConstraint;
import org.hipparchus.optim.nonlinear.vector.constrained.LagrangeSolution;
import org.hipparchus.optim.nonlinear.vector.constrained.SQPOptimizerS;
import org.hipparchus.optim.nonlinear.vector.constrained.TwiceDifferentiableFunction;

/**
 * Hipparchus' sequential quadratic programming (SQPOptimizerS, with its own defaults) from one
 * start after the other. Bounds are linear inequalities, which cost nothing; its inequalities must
 * be 0 or above. Where it gives up with an error, the next start follows.
 */
record HipparchusSqp(String name) implements Contender {

  private static final int MOST_ITERATIONS = 500;

  @Override
  public void run(Run run) {
    ConstrainedCube cube = new ConstrainedCube(run);
    for (int restart = 0; !run.monitor().isOver(); restart++) {
      double[] start = cube.start(restart);
      cube.value(start);
      descend(run, cube, start, restart);
    }
  }

  private static void descend(Run run, ConstrainedCube cube, double[] start, int restart) {
    SQPOptimizerS optimiser = new SQPOptimizerS();
    try {
      LagrangeSolution end = optimiser.optimize(data(cube, start));
      run.stalled(cube.clamped(end.getX().toArray()), end.getValue(), restart);
    } catch (MathRuntimeException gaveUp) {
      run.stalled();
    } finally {
      run.step(optimiser.getIterations());
    }
  }

  private static OptimizationData[] data(ConstrainedCube cube, double[] start) {
    List<OptimizationData> data = new ArrayList<>();
    data.add(new ObjectiveFunction(new Objective(cube)));
    data.add(new InitialGuess(start));
    data.add(MaxEval.unlimited());
    data.add(new MaxIter(MOST_ITERATIONS));
    data.add(new Inequalities(cube));
    if (cube.constraints().equalities() > 0) {
      data.add(new Equalities(cube));
    }
    return data.toArray(new OptimizationData[0]);
  }

  private static final class Objective extends TwiceDifferentiableFunction {

    private final ConstrainedCube cube;

    Objective(ConstrainedCube cube) {
      this.cube = cube;
    }

    @Override
    public int dim() {
      return cube.dimension();
    }

    @Override
    public double value(RealVector u) {
      return cube.value(u.toArray());
    }

    @Override
    public RealVector gradient(RealVector u) {
      return new ArrayRealVector(cube.gradient(u.toArray()), false);
    }

    /** It is asked for at the start only by the settings that are not the default. */
    @Override
    public RealMatrix hessian(RealVector u) {
      return MatrixUtils.createRealIdentityMatrix(dim());
    }
  }

  /** The inequalities with the sign turned, then both sides of the cube. */
  private static final class Inequalities extends InequalityConstraint {

    private final ConstrainedCube cube;
    private final int count;

    Inequalities(ConstrainedCube cube) {
      super(new ArrayRealVector(cube.constraints().inequalities() + 2 * cube.dimension()));
      this.cube = cube;
      this.count = cube.constraints().inequalities();
    }

    @Override
    public int dim() {
      return cube.dimension();
    }

    @Override
    public RealVector value(RealVector u) {
      double[] values = new double[dimY()];
      double[] seen = cube.values(u.toArray());
      for (int j = 0; j < count; j++) {
        values[j] = -seen[j];
      }
      for (int i = 0; i < dim(); i++) {
        values[count + i] = u.getEntry(i) - cube.lower(i);
        values[count + dim() + i] = cube.upper(i) - u.getEntry(i);
      }
      return new ArrayRealVector(values, false);
    }

    @Override
    public RealMatrix jacobian(RealVector u) {
      RealMatrix rows = new Array2DRowRealMatrix(dimY(), dim());
      for (int j = 0; j < count; j++) {
        double[] row = cube.row(u.toArray(), j);
        for (int i = 0; i < row.length; i++) {
          rows.setEntry(j, i, -row[i]);
        }
      }
      for (int i = 0; i < dim(); i++) {
        rows.setEntry(count + i, i, 1);
        rows.setEntry(count + dim() + i, i, -1);
      }
      return rows;
    }
  }

  private static final class Equalities extends EqualityConstraint {

    private final ConstrainedCube cube;
    private final int first;

    Equalities(ConstrainedCube cube) {
      super(new ArrayRealVector(cube.constraints().equalities()));
      this.cube = cube;
      this.first = cube.constraints().inequalities();
    }

    @Override
    public int dim() {
      return cube.dimension();
    }

    @Override
    public RealVector value(RealVector u) {
      return new ArrayRealVector(cube.values(u.toArray()), first, dimY());
    }

    @Override
    public RealMatrix jacobian(RealVector u) {
      RealMatrix rows = new Array2DRowRealMatrix(dimY(), dim());
      for (int j = 0; j < dimY(); j++) {
        rows.setRow(j, cube.row(u.toArray(), first + j));
      }
      return rows;
    }
  }
}
