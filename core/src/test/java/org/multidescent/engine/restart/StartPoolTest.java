package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.Decoder;
import org.multidescent.checkpoint.Encoder;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.CheckpointException;

class StartPoolTest {

  private static final Problem SQUARE = Problem.of(x -> x[0], Box.cube(0, 1, 2));

  private static StartPool pool() {
    return new StartPool(WorkingCoordinates.unitBox(SQUARE));
  }

  private static long taken(StartPool pool, boolean distant) {
    return Objects.requireNonNull(pool.take(distant)).start();
  }

  @Test
  void takesTheLowest() {
    StartPool pool = pool();
    pool.addStart(7, 3, new double[] {0.1, 0.1});
    pool.addStart(8, 1, new double[] {0.2, 0.1});
    pool.addStart(9, 2, new double[] {0.9, 0.9});
    assertThat(pool.waiting()).isEqualTo(3);
    assertThat(taken(pool, false)).isEqualTo(8);
    assertThat(taken(pool, false)).isEqualTo(9);
    assertThat(pool.take(false)).isEqualTo(new WaitingStart(7, 3));
    assertThat(pool.take(false)).isNull();
    assertThat(pool.waiting()).isZero();
  }

  /** A start that was taken, and an optimum, still count as lower ones. */
  @Test
  void takesTheOneFarthestFromEverythingLower() {
    StartPool pool = pool();
    pool.addStart(0, 1, new double[] {0.5, 0.5});
    assertThat(taken(pool, true)).isZero();
    pool.addOptimum(0, new double[] {0.1, 0.1});
    pool.addStart(1, 9, new double[] {0.2, 0.2});
    pool.addStart(2, 5, new double[] {0.9, 0.6});
    pool.addStart(3, 6, new double[] {0.6, 0.5});
    assertThat(taken(pool, true)).isEqualTo(2);
    assertThat(taken(pool, true)).isEqualTo(1);
    assertThat(taken(pool, true)).isEqualTo(3);
  }

  @Test
  void agreesWithAllPairs() {
    SplittableRandom random = new SplittableRandom(3);
    StartPool pool = pool();
    List<double[]> left = new ArrayList<>();
    List<double[]> all = new ArrayList<>();
    for (int k = 0; k < 300; k++) {
      double[] u = {random.nextDouble(), random.nextDouble()};
      double[] entry = {u[0], u[1], random.nextInt(100), k};
      pool.addStart(k, entry[2], u);
      left.add(entry);
      all.add(entry);
      if (k % 3 == 2) {
        double[] expected =
            left.stream().reduce((a, b) -> lower(all, b) > lower(all, a) ? b : a).orElseThrow();
        assertThat(taken(pool, true)).isEqualTo((long) expected[3]);
        left.remove(expected);
      }
    }
  }

  /** Returns the squared distance to the nearest that is lower, or as low and added before. */
  private static double lower(List<double[]> all, double[] entry) {
    return all.stream()
        .filter(other -> other[2] < entry[2] || other[2] == entry[2] && other[3] < entry[3])
        .mapToDouble(
            other ->
                (other[0] - entry[0]) * (other[0] - entry[0])
                    + (other[1] - entry[1]) * (other[1] - entry[1]))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  @Test
  void dropsTheHalfWithLowerOnesNearest() {
    StartPool pool = pool();
    int dropped = 0;
    for (int k = 0; k < 8192; k++) {
      dropped += pool.addStart(k, (double) k * k * k, new double[] {k / 16384.0, 0});
    }
    assertThat(dropped).isZero();
    assertThat(pool.isFull()).isTrue();
    dropped = pool.addStart(9000, 1e12, new double[] {1, 1});
    assertThat(dropped).isEqualTo(4096);
    assertThat(pool.waiting()).isEqualTo(4097);
    assertThat(pool.dropped()).isEqualTo(4096);
    assertThat(taken(pool, true)).isZero();
    assertThat(taken(pool, true)).isEqualTo(9000);
  }

  @Test
  void goesOnFromWhatItHasWritten() {
    SplittableRandom random = new SplittableRandom(5);
    StartPool pool = pool();
    for (int k = 0; k < 40; k++) {
      double[] u = {random.nextDouble(), random.nextDouble()};
      if (k % 5 == 0) {
        pool.addOptimum(random.nextDouble(), u);
      } else {
        pool.addStart(k, k % 4 == 1 ? random.nextDouble() : u[0], u);
      }
    }
    assertThat(pool.tellsWells()).isTrue();
    pool.take(true);
    Encoder out = new Encoder();
    pool.write(out);
    StartPool other = pool();
    other.read(new Decoder(out.bytes()));
    assertThat(other.waiting()).isEqualTo(pool.waiting());
    for (int k = 0; k < 31; k++) {
      assertThat(other.take(k % 2 == 0)).isEqualTo(pool.take(k % 2 == 0));
    }
    assertThat(other.take(true)).isNull();
  }

  /** Three in ten starts lie in wells of random depth; many more are added than it has room for. */
  @Test
  void goesOnFromWhatItHasWrittenWhereWellsAreTold() {
    SplittableRandom random = new SplittableRandom(5);
    StartPool pool = pool();
    StartPool other = pool();
    for (int k = 0; k < 20_000; k++) {
      double[] u = {random.nextDouble(), random.nextDouble()};
      double depth = k % 10 < 3 ? random.nextDouble() * random.nextDouble() : 0;
      assertThat(other.addStart(k, u[0] - depth, u)).isEqualTo(pool.addStart(k, u[0] - depth, u));
      if (k % 50 == 0) {
        pool.addOptimum(u[0] - depth, u);
        other.addOptimum(u[0] - depth, u);
      }
      if (k % 20 == 7) {
        assertThat(other.hasNewWell()).isEqualTo(pool.hasNewWell());
        assertThat(other.more()).isEqualTo(pool.more());
        assertThat(other.take(true)).isEqualTo(pool.take(true));
      }
      if (k % 1_999 == 5) {
        Encoder out = new Encoder();
        pool.write(out);
        other = pool();
        other.read(new Decoder(out.bytes()));
      }
    }
    assertThat(other.dropped()).isEqualTo(pool.dropped()).isPositive();
  }

  @Test
  void takesAStartFarBelowTheOthersFirst() {
    SplittableRandom random = new SplittableRandom(5);
    StartPool pool = pool();
    assertThat(pool.more()).isZero();
    for (int k = 0; k < 30; k++) {
      double[] u = {random.nextDouble(), random.nextDouble()};
      pool.addStart(k, u[0], u);
    }
    assertThat(pool.tellsWells()).isTrue();
    assertThat(pool.hasNewWell()).isFalse();
    assertThat(pool.more()).isPositive();
    pool.addStart(30, 0.6, new double[] {0.7, 0.2});
    assertThat(pool.hasNewWell()).isTrue();
    assertThat(pool.more()).isZero();
    assertThat(taken(pool, true)).isEqualTo(30);
    assertThat(pool.hasNewWell()).isFalse();
    int more = 0;
    for (int k = 31; pool.more() > 0; k++, more++) {
      double[] u = {random.nextDouble(), random.nextDouble()};
      pool.addStart(k, u[0], u);
    }
    assertThat(more).isEqualTo(300);
  }

  @Test
  void refusesAStartOutsideTheBox() {
    StartPool pool = pool();
    pool.addStart(0, 1, new double[] {0.5, 7});
    Encoder out = new Encoder();
    pool.write(out);
    Decoder in = new Decoder(out.bytes());
    StartPool other = pool();
    assertThatThrownBy(() -> other.read(in))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("a start that is compared: 0");
  }
}
