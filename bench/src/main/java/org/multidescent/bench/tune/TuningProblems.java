package org.multidescent.bench.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.multidescent.bench.problems.Suites;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.testproblem.TestProblem;

/** Problems to try the tuner on: those of the benchmarks, and some whose evaluations cost more. */
public final class TuningProblems {

  private static final Box BOX = Box.cube(-5.12, 5.12, 5);
  private static final double TAIL_EXPONENT = 1.5;
  private static final double LONGEST_TAIL = 60;
  private static final Map<String, Supplier<Problem>> BUSY = new LinkedHashMap<>();

  static {
    BUSY.put("busy-1us", () -> busy(1e3));
    BUSY.put("busy-50us", () -> busy(50e3));
    BUSY.put("busy-1ms", () -> busy(1e6));
    BUSY.put("busy-5ms", () -> busy(5e6));
    BUSY.put("busy-5ms-heavy", TuningProblems::heavy);
    BUSY.put("serial", () -> Problem.of(x -> rastrigin(x) + BusyWork.of(20e3), BOX).serial());
    BUSY.put("unsafe", TuningProblems::unsafe);
  }

  private TuningProblems() {}

  /**
   * Returns the names of the problems that only the tuner has: Rastrigin's function in 5 dimensions
   * whose evaluations keep a core busy for the time in the name; {@code heavy} with a Pareto tail
   * of exponent 1.5; {@code serial} for 20 microseconds, one evaluation at a time; {@code unsafe}
   * for as long, with a field that threads overwrite for each other.
   *
   * @return the names
   */
  public static List<String> names() {
    return List.copyOf(BUSY.keySet());
  }

  /**
   * Returns a problem by its name.
   *
   * @param name one of {@link #names()}, or a single problem that {@link Suites#resolve} knows;
   *     those have finite differences, as in the benchmarks
   * @return the problem
   * @throws IllegalArgumentException if the name is unknown, or that of several problems
   */
  public static Problem named(String name) {
    Supplier<Problem> busy = BUSY.get(name.strip().toLowerCase(Locale.ROOT));
    if (busy != null) {
      return busy.get();
    }
    List<TestProblem> found;
    try {
      found = Suites.resolve(name);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "--problem: \"%s\" (expected: %s, or one of the benchmarks' problems)%n%s"
              .formatted(name, String.join(", ", names()), unknown.getMessage()),
          unknown);
    }
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "--problem: \"%s\", which are %d problems (expected: one)".formatted(name, found.size()));
    }
    return found.get(0).problem().withoutGradient();
  }

  private static Problem busy(double nanos) {
    return Problem.of(x -> rastrigin(x) + BusyWork.of(nanos), BOX);
  }

  /** The cost depends on the position alone: its mean is 5 ms but for the cut at the far end. */
  private static Problem heavy() {
    double least = 5e6 * (TAIL_EXPONENT - 1) / TAIL_EXPONENT;
    return Problem.of(
        x -> {
          double factor = Math.pow(1 - uniform(x), -1 / TAIL_EXPONENT);
          return rastrigin(x) + BusyWork.of(least * Math.min(LONGEST_TAIL, factor));
        },
        BOX);
  }

  private static Problem unsafe() {
    double[] scratch = new double[BOX.dimension()];
    Objective objective =
        x -> {
          System.arraycopy(x, 0, scratch, 0, x.length);
          double zero = BusyWork.of(20e3);
          return rastrigin(scratch) + zero;
        };
    return Problem.of(objective, BOX);
  }

  private static double uniform(double[] x) {
    long hash = 1;
    for (double coordinate : x) {
      hash = 31 * hash + Double.doubleToLongBits(coordinate);
      hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
      hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
      hash ^= hash >>> 31;
    }
    return (hash >>> 11) * 0x1.0p-53;
  }

  private static double rastrigin(double[] x) {
    double sum = 10 * x.length;
    for (double v : x) {
      sum += v * v - 10 * Math.cos(2 * Math.PI * v);
    }
    return sum;
  }
}
