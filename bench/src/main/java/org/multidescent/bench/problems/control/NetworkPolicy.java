package org.multidescent.bench.problems.control;

/**
 * A policy of one hidden layer of tanh units: the weights of each unit and its bias, then those of
 * the output.
 *
 * @param inputs the numbers it sees, 1 or more
 * @param hidden the hidden units, 1 or more
 */
record NetworkPolicy(int inputs, int hidden) {

  /** Returns how many weights it has. */
  int weights() {
    return hidden * (inputs + 1) + hidden + 1;
  }

  /** Returns the output, any number. */
  double output(double[] weights, double[] seen) {
    int top = hidden * (inputs + 1);
    double output = weights[top + hidden];
    for (int j = 0; j < hidden; j++) {
      double activity = weights[j * (inputs + 1) + inputs];
      for (int i = 0; i < inputs; i++) {
        activity += weights[j * (inputs + 1) + i] * seen[i];
      }
      output += weights[top + j] * StrictMath.tanh(activity);
    }
    return output;
  }
}
