package org.multidescent.sqp;

/**
 * A positive definite approximation of the Hessian of the Lagrangian, in the memory of a descent:
 * BFGS, damped (Powell 1978), so that it stays positive definite where the curvature along a step
 * is negative. At first it is a multiple of the identity, which the first update corrects to the
 * curvature along the first step.
 */
final class LagrangianHessian {

  private static final double DAMPED = 0.2;

  /** How long a step the first model takes down a gradient where nothing else stops it. */
  private static final double FIRST_STEP = 0.7;

  private final SqpMemory layout;
  private final double[] step;
  private final double[] change;
  private final double[] image;

  LagrangianHessian(SqpMemory layout) {
    this.layout = layout;
    this.step = new double[layout.n];
    this.change = new double[layout.n];
    this.image = new double[layout.n];
  }

  /** Begins a new model at the position in memory. */
  void reset(double[] memory) {
    double square = 0;
    for (int i = 0; i < layout.n; i++) {
      double slope = memory[layout.gradient + i];
      square += slope * slope;
    }
    fill(memory, square > 0 ? Math.sqrt(square) / FIRST_STEP : 1);
    memory[SqpMemory.UPDATES] = 1;
    memory[SqpMemory.STEPPED] = 0;
  }

  private void fill(double[] memory, double diagonal) {
    int n = layout.n;
    for (int k = 0; k < n * n; k++) {
      memory[layout.hessian + k] = k % (n + 1) == 0 ? diagonal : 0;
    }
  }

  /** Keeps what the next update needs of the position in memory before it moves. */
  void remember(double[] memory, double[] multipliers) {
    layout.lagrangian(memory, multipliers, 0, change);
    System.arraycopy(change, 0, memory, layout.lastGradient, layout.n);
    System.arraycopy(memory, layout.position, memory, layout.lastPosition, layout.n);
    System.arraycopy(multipliers, 0, memory, layout.multipliers, layout.m);
    memory[SqpMemory.STEPPED] = 1;
  }

  /** Learns from the step that led to the position in memory, if there was one. */
  void learn(double[] memory) {
    if (memory[SqpMemory.UPDATES] == 0) {
      reset(memory);
    }
    if (memory[SqpMemory.STEPPED] == 0) {
      return;
    }
    memory[SqpMemory.STEPPED] = 0;
    layout.lagrangian(memory, memory, layout.multipliers, change);
    double slope = 0;
    double length = 0;
    for (int i = 0; i < layout.n; i++) {
      step[i] = memory[layout.position + i] - memory[layout.lastPosition + i];
      change[i] -= memory[layout.lastGradient + i];
      slope += change[i] * step[i];
      length += step[i] * step[i];
    }
    if (memory[SqpMemory.UPDATES] == 1 && slope > 0) {
      fill(memory, slope / length);
    }
    update(memory, slope);
  }

  private void update(double[] memory, double measured) {
    int n = layout.n;
    double curvature = 0;
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += memory[layout.hessian + i * n + j] * step[j];
      }
      image[i] = sum;
      curvature += sum * step[i];
    }
    if (!(curvature > 0) || !Double.isFinite(measured)) {
      return;
    }
    double slope = measured;
    if (slope < DAMPED * curvature) {
      double share = (1 - DAMPED) * curvature / (curvature - slope);
      for (int i = 0; i < n; i++) {
        change[i] = share * change[i] + (1 - share) * image[i];
      }
      slope = DAMPED * curvature;
    }
    for (int i = 0; i < n; i++) {
      int row = layout.hessian + i * n;
      for (int j = 0; j < n; j++) {
        memory[row + j] += change[i] * change[j] / slope - image[i] * image[j] / curvature;
      }
    }
    memory[SqpMemory.UPDATES]++;
  }
}
