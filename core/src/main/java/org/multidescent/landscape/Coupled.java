package org.multidescent.landscape;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Functions of any dimension whose coordinates act on one another. */
final class Coupled {

  private Coupled() {}

  static double ackley(double[] x, double @Nullable [] gradient) {
    int n = x.length;
    double squares = 0;
    double cosines = 0;
    for (double coordinate : x) {
      squares += coordinate * coordinate;
      cosines += Math.cos(2 * Math.PI * coordinate);
    }
    double radius = Math.sqrt(squares / n);
    if (gradient != null) {
      double cone = radius == 0 ? 0 : 4 * Math.exp(-0.2 * radius) / (n * radius);
      double ripple = 2 * Math.PI / n * Math.exp(cosines / n);
      for (int i = 0; i < n; i++) {
        gradient[i] = cone * x[i] + ripple * Math.sin(2 * Math.PI * x[i]);
      }
    }
    return -20 * Math.expm1(-0.2 * radius) - Math.E * Math.expm1(cosines / n - 1);
  }

  static double griewank(double[] x, double @Nullable [] gradient) {
    double squares = 0;
    double product = 1;
    for (int i = 0; i < x.length; i++) {
      if (gradient != null) {
        gradient[i] = product;
      }
      squares += x[i] * x[i];
      product *= Math.cos(x[i] / Math.sqrt(i + 1));
    }
    if (gradient != null) {
      double after = 1;
      for (int i = x.length - 1; i >= 0; i--) {
        double root = Math.sqrt(i + 1);
        double others = gradient[i] * after;
        gradient[i] = x[i] / 2000 + others * Math.sin(x[i] / root) / root;
        after *= Math.cos(x[i] / root);
      }
    }
    return squares / 4000 + (1 - product);
  }

  static double levy(double[] x, double @Nullable [] gradient) {
    int last = x.length - 1;
    double first = Math.sin(Math.PI * (1 + (x[0] - 1) / 4));
    double sum = first * first;
    for (int i = 0; i <= last; i++) {
      double t = (x[i] - 1) / 4;
      double angle = i < last ? Math.PI * (1 + t) + 1 : 2 * Math.PI * (1 + t);
      double height = i < last ? 10 : 1;
      double rate = i < last ? Math.PI : 2 * Math.PI;
      double sine = Math.sin(angle);
      double wave = 1 + height * sine * sine;
      sum += t * t * wave;
      if (gradient != null) {
        gradient[i] = (2 * t * wave + t * t * height * rate * Math.sin(2 * angle)) / 4;
      }
    }
    if (gradient != null) {
      gradient[0] += Math.PI / 4 * Math.sin(2 * Math.PI * (1 + (x[0] - 1) / 4));
    }
    return sum;
  }

  static double rosenbrock(double[] x, double @Nullable [] gradient) {
    if (gradient != null) {
      Arrays.fill(gradient, 0);
    }
    double sum = 0;
    for (int i = 0; i + 1 < x.length; i++) {
      double valley = x[i + 1] - x[i] * x[i];
      double along = 1 - x[i];
      sum += 100 * valley * valley + along * along;
      if (gradient != null) {
        gradient[i] -= 400 * x[i] * valley + 2 * along;
        gradient[i + 1] += 200 * valley;
      }
    }
    return sum;
  }
}
