package org.multidescent.bench.problems;

/**
 * The models of NIST's eight nonlinear regressions of higher difficulty, with their derivatives by
 * the parameters b1, b2, ..., which are b[0], b[1], ... here. A constant's label is the name of its
 * data set.
 */
enum NistModel {
  RAT42("Rat42") {
    @Override
    double value(double x, double[] b) {
      return b[0] / (1 + Math.exp(b[1] - b[2] * x));
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double growth = Math.exp(b[1] - b[2] * x);
      double share = 1 / (1 + growth);
      double slope = -b[0] * growth * share * share;
      gradient[0] += weight * share;
      gradient[1] += weight * slope;
      gradient[2] -= weight * slope * x;
    }
  },
  RAT43("Rat43") {
    @Override
    double value(double x, double[] b) {
      return b[0] * Math.exp(-Math.log1p(Math.exp(b[1] - b[2] * x)) / b[3]);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double growth = Math.exp(b[1] - b[2] * x);
      double log = Math.log1p(growth);
      double share = Math.exp(-log / b[3]);
      double slope = -b[0] * share / b[3] * growth / (1 + growth);
      gradient[0] += weight * share;
      gradient[1] += weight * slope;
      gradient[2] -= weight * slope * x;
      gradient[3] += weight * b[0] * share * log / (b[3] * b[3]);
    }
  },
  BOX_BOD("BoxBOD") {
    @Override
    double value(double x, double[] b) {
      return -b[0] * Math.expm1(-b[1] * x);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      gradient[0] -= weight * Math.expm1(-b[1] * x);
      gradient[1] += weight * b[0] * x * Math.exp(-b[1] * x);
    }
  },
  MGH09("MGH09") {
    @Override
    double value(double x, double[] b) {
      return b[0] * x * (x + b[1]) / (x * (x + b[2]) + b[3]);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double denominator = x * (x + b[2]) + b[3];
      double share = x * (x + b[1]) / denominator;
      double slope = -b[0] * share / denominator;
      gradient[0] += weight * share;
      gradient[1] += weight * b[0] * x / denominator;
      gradient[2] += weight * slope * x;
      gradient[3] += weight * slope;
    }
  },
  MGH10("MGH10") {
    @Override
    double value(double x, double[] b) {
      return b[0] * Math.exp(b[1] / (x + b[2]));
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double sum = x + b[2];
      double power = Math.exp(b[1] / sum);
      gradient[0] += weight * power;
      gradient[1] += weight * b[0] * power / sum;
      gradient[2] -= weight * b[0] * power * b[1] / (sum * sum);
    }
  },
  ECKERLE4("Eckerle4") {
    @Override
    double value(double x, double[] b) {
      double z = (x - b[2]) / b[1];
      return b[0] / b[1] * Math.exp(-0.5 * z * z);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double z = (x - b[2]) / b[1];
      double bell = Math.exp(-0.5 * z * z) / b[1];
      gradient[0] += weight * bell;
      gradient[1] += weight * b[0] * bell * (z * z - 1) / b[1];
      gradient[2] += weight * b[0] * bell * z / b[1];
    }
  },
  THURBER("Thurber") {
    @Override
    double value(double x, double[] b) {
      return (b[0] + x * (b[1] + x * (b[2] + x * b[3]))) / denominator(x, b);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double numerator = weight / denominator(x, b);
      double denominator = -numerator * value(x, b);
      for (int i = 0; i < 4; i++) {
        gradient[i] += numerator;
        numerator *= x;
      }
      for (int i = 4; i < 7; i++) {
        denominator *= x;
        gradient[i] += denominator;
      }
    }

    private double denominator(double x, double[] b) {
      return 1 + x * (b[4] + x * (b[5] + x * b[6]));
    }
  },
  BENNETT5("Bennett5") {
    @Override
    double value(double x, double[] b) {
      return b[0] * Math.pow(b[1] + x, -1 / b[2]);
    }

    @Override
    void addGradient(double x, double[] b, double weight, double[] gradient) {
      double sum = b[1] + x;
      double power = Math.pow(sum, -1 / b[2]);
      gradient[0] += weight * power;
      gradient[1] -= weight * b[0] * power / (b[2] * sum);
      gradient[2] += weight * b[0] * power * Math.log(sum) / (b[2] * b[2]);
    }
  };

  private final String label;

  NistModel(String label) {
    this.label = label;
  }

  /** The name of the data set. */
  String label() {
    return label;
  }

  /** The model's response at x. */
  abstract double value(double x, double[] b);

  /** Adds weight times the derivatives of the response by each parameter. */
  abstract void addGradient(double x, double[] b, double weight, double[] gradient);
}
