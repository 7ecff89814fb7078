package org.multidescent.testproblem;

import java.util.Arrays;
import java.util.List;
import org.multidescent.problem.Box;

/**
 * Ten problems on which nothing was tuned. Functions and boxes are those of Surjanovic and Bingham;
 * Salomon's and Paviani's those of Jamil and Yang, <cite>A literature survey of benchmark functions
 * for global optimisation problems</cite> (2013); Trefethen's is problem 4 of his
 * <cite>Hundred-Dollar, Hundred-Digit Challenge</cite>, SIAM News 35 (2002), on [-1, 1]^2, though
 * it has no lower value anywhere. Minima are recomputed to full precision.
 */
final class Untuned {

  private Untuned() {}

  static List<TestProblem> all() {
    return List.of(
        eggholder(),
        holderTable(),
        crossInTray(),
        shifted(of("dropwave", Rippled::dropWave, Box.cube(-5.12, 5.12, 2), -1, new double[2])),
        trefethen(),
        dixonPrice(),
        shifted(of("zakharov10", Coupled::zakharov, Box.cube(-5, 10, 10), 0, new double[10])),
        shifted(of("salomon5", Coupled::salomon, Box.cube(-100, 100, 5), 0, new double[5])),
        trid(),
        paviani());
  }

  private static TestProblem eggholder() {
    double[] minimiser = {512, 404.2318051137578};
    return walled(
        "eggholder", Rippled::eggholder, Box.cube(-512, 512, 2), -959.6406627208508, minimiser);
  }

  private static TestProblem holderTable() {
    double[] minimiser = {8.055023475736563, 9.664590019241272};
    return walled(
        "holdertable", Rippled::holderTable, Box.cube(-10, 10, 2), -19.208502567886732, minimiser);
  }

  private static TestProblem crossInTray() {
    double[] minimiser = {1.3494066171539107, 1.3494066171539107};
    return walled(
        "crossintray", Rippled::crossInTray, Box.cube(-10, 10, 2), -2.062611870822737, minimiser);
  }

  private static TestProblem trefethen() {
    double[] minimiser = {-0.024403079694375173, 0.21061242715535577};
    return of("trefethen", Rippled::trefethen, Box.cube(-1, 1, 2), -3.306868647475237, minimiser);
  }

  private static TestProblem dixonPrice() {
    double[] minimiser = new double[10];
    for (int i = 0; i < minimiser.length; i++) {
      minimiser[i] = Math.pow(2, Math.pow(2, -i) - 1);
    }
    return of("dixonprice10", Coupled::dixonPrice, Box.cube(-10, 10, 10), 0, minimiser);
  }

  private static TestProblem trid() {
    double[] minimiser = new double[10];
    for (int i = 0; i < minimiser.length; i++) {
      minimiser[i] = (i + 1) * (10 - i);
    }
    return of("trid10", Coupled::trid, Box.cube(-100, 100, 10), -210, minimiser);
  }

  private static TestProblem paviani() {
    double[] minimiser = new double[10];
    Arrays.fill(minimiser, 9.350265833069384);
    return walled(
        "paviani10", Coupled::paviani, Box.cube(2.001, 9.999, 10), -45.77846970744627, minimiser);
  }

  /** Shifts by a seed of the problem's own: its name's hash. */
  private static TestProblem shifted(TestProblem landscape) {
    return landscape.shifted(landscape.name().hashCode());
  }

  private static TestProblem of(
      String name, Surface surface, Box box, double minimum, double[] minimiser) {
    return TestProblems.of(name, surface, box, minimum, true, minimiser);
  }

  private static TestProblem walled(
      String name, Surface surface, Box box, double minimum, double[] minimiser) {
    return TestProblems.of(name, surface, box, minimum, false, minimiser);
  }
}
