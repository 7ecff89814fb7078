package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Box;
import org.multidescent.start.Starts;

/** The Sobol starts are, up to the digital shift, the points of Hipparchus. */
class SobolAgreementTest {

  private static final int DIMENSION = 1111;

  @Test
  void agreesWithHipparchusInEveryDimension() {
    SobolSequenceGenerator hipparchus = new SobolSequenceGenerator(DIMENSION);
    Starts starts = Starts.sobol();
    Box box = Box.cube(0, 1, DIMENSION);
    double[] start = new double[DIMENSION];
    starts.fill(42, 0, box, start);
    long[] mask = new long[DIMENSION];
    Arrays.setAll(mask, i -> leadingBits(start[i]));
    for (int index : new int[] {1, 2, 3, 100, 1_023, 1_024, 65_535, 1_000_000, 2_000_000_000}) {
      double[] point = hipparchus.skipTo(index);
      starts.fill(42, index, box, start);
      for (int i = 0; i < DIMENSION; i++) {
        assertThat(leadingBits(start[i]) ^ mask[i]).isEqualTo(leadingBits(point[i]));
      }
    }
  }

  private static long leadingBits(double u) {
    return (long) (u * 0x1p31);
  }
}
