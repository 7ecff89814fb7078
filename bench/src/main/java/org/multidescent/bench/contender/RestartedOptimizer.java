package org.multidescent.bench.contender;

import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.OptimizationData;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.MultivariateOptimizer;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;

/**
 * A method of Hipparchus, from one start after the other until the run is over. Where the method
 * gives up with an error, the next start follows.
 */
record RestartedOptimizer(String name, Method method) implements Contender {

  /** Sets a method up for one start. */
  interface Method {

    /** Makes the optimiser, for its {@code restart}-th use in the run, from 0. */
    MultivariateOptimizer optimiser(UnitCube cube, long seed, int restart);

    /** Returns what it needs beyond start, objective and limits. */
    OptimizationData[] settings(UnitCube cube, int restart);
  }

  @Override
  public void run(Run run) {
    UnitCube cube = new UnitCube(run);
    for (int restart = 0; !run.monitor().isOver(); restart++) {
      long before = run.monitor().evaluations();
      descend(run, cube, restart);
      if (run.monitor().evaluations() == before) {
        throw new IllegalStateException(name + ": ended without an evaluation of the objective");
      }
    }
  }

  private void descend(Run run, UnitCube cube, int restart) {
    MultivariateOptimizer optimiser = method.optimiser(cube, run.task().seed(), restart);
    try {
      PointValuePair end = optimiser.optimize(data(cube, restart));
      run.stalled(cube.clamped(end.getPoint()), end.getValue(), restart);
    } catch (MathRuntimeException gaveUp) {
      run.stalled();
    } finally {
      run.step(optimiser.getIterations());
    }
  }

  private OptimizationData[] data(UnitCube cube, int restart) {
    OptimizationData[] own = method.settings(cube, restart);
    OptimizationData[] all = new OptimizationData[own.length + 5];
    System.arraycopy(own, 0, all, 0, own.length);
    all[own.length] = new InitialGuess(cube.start(restart));
    all[own.length + 1] = new ObjectiveFunction(cube::value);
    all[own.length + 2] = GoalType.MINIMIZE;
    all[own.length + 3] = MaxEval.unlimited();
    all[own.length + 4] = MaxIter.unlimited();
    return all;
  }
}
