package org.multidescent.bench.bbob;

import org.multidescent.problem.Objective;

/** An optimum's position and the function's height above the value there. */
record Excess(double[] xOpt, Objective height) {}
