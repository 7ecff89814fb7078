package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
      worst = Math.max(worst, Math.abs(fit.x()[j] - Calibration.truth()[j]));
    }
    return worst;
  }

  /** Three standard errors and more: the data are one sample. */
  private static void isTrue(LeastSquaresFit fit) {
    double[] truth = Calibration.truth();
    for (int j = 0; j < truth.length; j++) {
      assertThat(fit.isIdentified(j)).isTrue();
      assertThat(fit.confidence(j, 0.999)).isBetween(1e-3, 0.5);
      assertThat(fit.x()[j]).isCloseTo(truth[j], within(fit.confidence(j, 0.999)));
    }
  }
}
