package org.multidescent.testproblem;

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

  static double dixonPrice(double[] x, double @Nullable [] gradient) {
    double first = x[0] - 1;
    double sum = first * first;
    if (gradient != null) {
      gradient[0] = 2 * first;
    }
    for (int i = 1; i < x.length; i++) {
      double valley = 2 * x[i] * x[i] - x[i - 1];
      sum += (i + 1) * valley * valley;
      if (gradient != null) {
        gradient[i - 1] -= 2 * (i + 1) * valley;
        gradient[i] = 8 * (i + 1) * valley * x[i];
      }
    }
    return sum;
  }

  static double zakharov(double[] x, double @Nullable [] gradient) {
    double squares = 0;
    double weighted = 0;
    for (int i = 0; i < x.length; i++) {
      squares += x[i] * x[i];
      weighted += 0.5 * (i + 1) * x[i];
    }
    double square = weighted * weighted;
    if (gradient != null) {
      double along = weighted * (1 + 2 * square);
      for (int i = 0; i < x.length; i++) {
        gradient[i] = 2 * x[i] + (i + 1) * along;
      }
    }
    return squares + square * (1 + square);
  }

  static double salomon(double[] x, double @Nullable [] gradient) {
    double squares = 0;
    for (double coordinate : x) {
      squares += coordinate * coordinate;
    }
    double radius = Math.sqrt(squares);
    double angle = 2 * Math.PI * radius;
    if (gradient != null) {
      double outwards = radius == 0 ? 0 : (2 * Math.PI * Math.sin(angle) + 0.1) / radius;
      for (int i = 0; i < x.length; i++) {
        gradient[i] = outwards * x[i];
      }
    }
    return 1 - Math.cos(angle) + 0.1 * radius;
  }

  static double trid(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      double offset = x[i] - 1;
      double before = i == 0 ? 0 : x[i - 1];
      sum += offset * offset - x[i] * before;
      if (gradient != null) {
        double after = i + 1 < x.length ? x[i + 1] : 0;
        gradient[i] = 2 * offset - before - after;
      }
    }
    return sum;
  }

  static double paviani(double[] x, double @Nullable [] gradient) {
    double sum = 0;
    double product = 1;
    for (double coordinate : x) {
      double low = Math.log(coordinate - 2);
      double high = Math.log(10 - coordinate);
      sum += low * low + high * high;
      product *= coordinate;
    }
    double root = Math.pow(product, 0.2);
    if (gradient != null) {
      for (int i = 0; i < x.length; i++) {
        double low = x[i] - 2;
        double high = 10 - x[i];
        gradient[i] = 2 * Math.log(low) / low - 2 * Math.log(high) / high - 0.2 * root / x[i];
      }
    }
    return sum - root;
  }
}
