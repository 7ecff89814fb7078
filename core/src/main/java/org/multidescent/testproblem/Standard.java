package org.multidescent.testproblem;

import org.multidescent.problem.Box;

/** The functions of a fixed dimension. */
final class Standard {

  private Standard() {}

  static TestProblem article6() {
    return article("article6", 0, 6);
  }

  static TestProblem article10() {
    return article("article10", 0, 10);
  }

  static TestProblem article100() {
    return article("article100", -100, 100);
  }

  private static TestProblem article(String name, double lower, double upper) {
    Box box = Box.cube(lower, upper, 2);
    double[] minimiser = {3.9996636901634672, 3.9996636901634672};
    return TestProblems.of(name, Planar::article, box, -6.718278098694541e-4, true, minimiser);
  }

  static TestProblem shubert() {
    Box box = Box.cube(-10, 10, 2);
    double[] minimiser = {4.858056878859825, -7.0835064076515595};
    return TestProblems.of("shubert2", Planar::shubert, box, -186.73090883102384, true, minimiser);
  }

  static TestProblem sixHumpCamel() {
    Box box = Box.of(new double[] {-3, -2}, new double[] {3, 2});
    double[] minimiser = {0.08984201310031806, -0.7126564030207396};
    return TestProblems.of(
        "camel6", Planar::sixHumpCamel, box, -1.0316284534898774, true, minimiser);
  }

  static TestProblem branin() {
    Box box = Box.of(new double[] {-5, 0}, new double[] {10, 15});
    double[] minimiser = {Math.PI, 2.275};
    return TestProblems.of("branin", Planar::branin, box, 5 / (4 * Math.PI), true, minimiser);
  }

  static TestProblem goldsteinPrice() {
    Box box = Box.cube(-2, 2, 2);
    return TestProblems.of("goldprice", Planar::goldsteinPrice, box, 3, true, new double[] {0, -1});
  }

  static TestProblem hartmann(int dimension) {
    Box box = Box.cube(0, 1, dimension);
    if (dimension == 3) {
      double[] minimiser = {0.11458887665506896, 0.55564889461693, 0.8525469846866774};
      return TestProblems.of(
          "hartmann3", Hartmann.three(), box, -3.8627797873326625, false, minimiser);
    }
    if (dimension == 6) {
      double[] minimiser = {
        0.20168951100670543,
        0.15001069182345797,
        0.476873974221897,
        0.2753324304940561,
        0.31165161660011326,
        0.6573005340656203
      };
      return TestProblems.of(
          "hartmann6", Hartmann.six(), box, -3.3223680114155148, false, minimiser);
    }
    throw new IllegalArgumentException("dimension: " + dimension + " (expected: 3 or 6)");
  }

  static TestProblem shekel(int holes) {
    return switch (holes) {
      case 5 ->
          shekel(
              5,
              -10.153199679058227,
              4.000037152819676,
              4.00013327659156,
              4.000037152819676,
              4.00013327659156);
      case 7 ->
          shekel(
              7,
              -10.402940566818661,
              4.000572916185823,
              4.000689366185305,
              3.9994897088591506,
              3.9996061588586316);
      case 10 ->
          shekel(
              10,
              -10.536409816692043,
              4.000746531592046,
              4.000592934138532,
              3.9996633980403224,
              3.9995098005868077);
      default -> throw new IllegalArgumentException("holes: " + holes + " (expected: 5, 7 or 10)");
    };
  }

  private static TestProblem shekel(int holes, double minimum, double... minimiser) {
    Box box = Box.cube(0, 10, 4);
    return TestProblems.of("shekel" + holes, new Shekel(holes), box, minimum, false, minimiser);
  }
}
