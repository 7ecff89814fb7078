package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.start.Starts;

/** The shifted Sobol starts are, up to the shift, the points of Hipparchus. */
class SobolAgreementTest {

  private static final int DIMENSION = 1111;

  @Test
  void agreesWithHipparchusInEveryDimension() {
    SobolSequenceGenerator hipparchus = new SobolSequenceGenerator(DIMENSION);
    Starts starts = Starts.sobol();
    Box box = Box.cube(0, 1, DIMENSION);
    double[] firstPoint = hipparchus.skipTo(1);
    double[] firstStart = new double[DIMENSION];
    starts.fill(42, 0, box, firstStart);
    double[] start = new double[DIMENSION];
    for (int index : new int[] {1, 2, 3, 100, 1_023, 1_024, 65_535, 1_000_000, 2_000_000_000}) {
      double[] point = hipparchus.skipTo(index + 1);
      starts.fill(42, index, box, start);
      for (int i = 0; i < DIMENSION; i++) {
        double difference = (start[i] - firstStart[i]) - (point[i] - firstPoint[i]);
        assertThat(Math.abs(difference - Math.rint(difference))).isLessThan(1e-12);
      }
    }
  }
}
