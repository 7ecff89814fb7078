package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Loss;
import org.multidescent.report.LeastSquaresFit;

class CalibrationTest {

  @Test
  void theTruthIsWithinTheConfidenceIntervals() {
    double[] measured = Calibration.measured();
    isTrue(Calibration.fit(LeastSquares.of(Calibration.residuals(measured), measured.length)));
  }

  @Test
  void outliersDoNotPullARobustFitAway() {
    double[] measured = Calibration.measured();
    measured[4] += 3;
    measured[20] -= 2;
    LeastSquares sum = LeastSquares.of(Calibration.residuals(measured), measured.length);
    LeastSquaresFit robust = Calibration.fit(sum.loss(Loss.cauchy(0.05)));
    isTrue(robust);
    assertThat(error(Calibration.fit(sum))).isGreaterThan(3 * error(robust));
  }

  private static double error(LeastSquaresFit fit) {
    double worst = 0;
    for (int j = 0; j < Calibration.truth().length; j++) {
      double truth = Calibration.truth()[j];
      worst = Math.max(worst, Math.abs(fit.x()[j] - truth) / truth);
    }
    return worst;
  }

  /** Three standard errors and more: the data are one sample. */
  private static void isTrue(LeastSquaresFit fit) {
    double[] truth = Calibration.truth();
    for (int j = 0; j < truth.length; j++) {
      assertThat(fit.isIdentified(j)).isTrue();
      double[] interval = fit.interval(j, 0.999);
      assertThat(truth[j]).isBetween(interval[0], interval[1]);
      assertThat(interval[1] - interval[0]).isBetween(2e-3 * truth[j], truth[j]);
    }
  }
}
