package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.report.Result;

class SolarRoofTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void thePlanIsAsGoodAsTheBestOfAFineGrid(long seed) {
    Result result = SolarRoof.plan(seed);
    double[] x = result.best().x();
    assertThat(-result.best().value()).isGreaterThanOrEqualTo(bestOfGrid() - 1e-9);
    assertThat(SolarRoof.PARAMETERS.value(x, "azimuth")).isCloseTo(180, within(0.01));
    assertThat(SolarRoof.PARAMETERS.describe(x)).contains("panel = ");
  }

  private static double bestOfGrid() {
    double best = Double.NEGATIVE_INFINITY;
    for (int rows = 1; rows <= 12; rows++) {
      for (int panel = 0; panel < 3; panel++) {
        for (int azimuth = 0; azimuth < 360; azimuth += 15) {
          for (double tilt = 0; tilt <= 90; tilt += 0.25) {
            best = Math.max(best, SolarRoof.earnings(new double[] {rows, azimuth, tilt, panel}));
          }
        }
      }
    }
    return best;
  }
}
