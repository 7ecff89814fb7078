package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Differences;
import org.multidescent.descent.StallRule;
import org.multidescent.descent.StepRule;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.LeastSquares;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.FailurePolicy;
import org.multidescent.restart.RestartStrategy;

/**
 * Checkpoints in which something has been changed and the checksum mended: each is refused with a
 * {@link CheckpointException}, or the search goes on from it as from any other. How many: {@code
 * -Dmultidescent.checkpoint.mutations=1000000}; from which number on: {@code
 * -Dmultidescent.checkpoint.from}.
 */
class CheckpointMutationTest {

  private static final int MUTATIONS =
      Integer.getInteger("multidescent.checkpoint.mutations", 4_000);
  private static final int FROM = Integer.getInteger("multidescent.checkpoint.from", 0);
  private static final int CALLS = 40;
  private static final int HEADER = 20;
  private static final long[] TELLING = {
    0,
    1,
    -1,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Double.doubleToRawLongBits(Double.NaN),
    Double.doubleToRawLongBits(Double.POSITIVE_INFINITY),
    Double.doubleToRawLongBits(Double.NEGATIVE_INFINITY),
    Double.doubleToRawLongBits(-1),
    Double.doubleToRawLongBits(1e300),
    Double.doubleToRawLongBits(4e9),
    Double.doubleToRawLongBits(0.5)
  };
  private static final Box BOX = Box.of(new double[] {-3, -4, 0}, new double[] {5, 4, 2000});
  private static final LeastSquares SUM = LeastSquares.of(CheckpointMutationTest::residuals, 3);

  /** A search, whose problem is made of an objective. */
  private record Kind(Function<Objective, Problem> problem, UnaryOperator<Search> settings) {}

  private static final List<Kind> KINDS =
      List.of(
          plain(search -> search),
          plain(search -> search.initialStarts(400)),
          plain(search -> search.slice(2).coarseShare(1)),
          plain(search -> rules(search, StepRule.lbfgs(3), StallRule.positions(4, 1e-9))),
          plain(search -> rules(search, StepRule.spectral(), StallRule.step(1e-9))),
          plain(search -> rules(search, StepRule.adam(0.01), StallRule.gradient(1e-9))),
          plain(search -> rules(search, StepRule.momentum(1e-3, 0.9), StallRule.standard())),
          plain(search -> rules(search, StepRule.cmaes(6), StallRule.standard())),
          plain(search -> search.reproducible(3)),
          plain(search -> search.reproducible(5).slice(2)),
          plain(search -> rules(search, StepRule.cmaes(0), StallRule.standard()).reproducible(2)),
          plain(search -> search.restart(RestartStrategy.brackets(4))),
          plain(search -> search.restart(new AlternatingRuns())),
          plain(search -> search.restart(new AlternatingRuns()).reproducible(2)),
          new Kind(objective -> Problem.of(objective, BOX).unbounded(), search -> search),
          new Kind(objective -> Problem.of(objective, BOX).noisy(), search -> search),
          new Kind(objective -> Problem.of(objective, BOX).noisy(), s -> s.reproducible(2)),
          new Kind(CheckpointMutationTest::batch, search -> search.reproducible(2)),
          new Kind(CheckpointMutationTest::batch, search -> search),
          new Kind(CheckpointMutationTest::constrained, search -> search),
          new Kind(CheckpointMutationTest::constrained, search -> search.reproducible(2)),
          new Kind(CheckpointMutationTest::equation, search -> search),
          new Kind(CheckpointMutationTest::equation, s -> s.reproducible(2).slice(2)),
          new Kind(CheckpointMutationTest::together, search -> search.coarseShare(1)),
          new Kind(objective -> together(objective).inBatches(), s -> s.reproducible(2)),
          new Kind(
              CheckpointMutationTest::constrained,
              search -> rules(search, StepRule.cmaes(0), StallRule.standard())),
          new Kind(objective -> SUM.problem(BOX), search -> search),
          new Kind(CheckpointMutationTest::sampled, search -> search.reproducible(3)),
          new Kind(CheckpointMutationTest::sampled, search -> search));

  @TempDir private Path directory;

  @Test
  void isRefusedOrGoesOn() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Kind kind : KINDS) {
      files.add(file(kind));
    }
    Path path = directory.resolve("mutated.checkpoint");
    Map<String, Integer> violations = new TreeMap<>();
    int refused = 0;
    for (int seed = FROM; seed < FROM + MUTATIONS; seed++) {
      int kind = seed % KINDS.size();
      Files.write(path, mutate(files.get(kind), files.get(seed / 7 % KINDS.size()), seed));
      try {
        goOn(path, KINDS.get(kind));
      } catch (CheckpointException expected) {
        refused++;
      } catch (SearchFailedException failed) {
        if (!(failed.getCause() instanceof Enough)) {
          violations.merge(describe(failed.getCause(), seed), 1, Integer::sum);
        }
      } catch (Throwable other) {
        violations.merge(describe(other, seed), 1, Integer::sum);
      }
    }
    assertThat(violations).isEmpty();
    assertThat(refused).isBetween(MUTATIONS / 20, MUTATIONS);
  }

  private static String describe(Throwable thrown, int seed) {
    StackTraceElement[] trace = thrown.getStackTrace();
    String first =
        Arrays.stream(trace)
            .filter(at -> at.getClassName().startsWith("org.multidescent"))
            .limit(3)
            .toList()
            .toString();
    return Boolean.getBoolean("multidescent.checkpoint.seeds")
        ? seed + ": " + thrown
        : thrown.getClass() + " " + first;
  }

  private static Search rules(Search search, StepRule steps, StallRule stalls) {
    return search.descent(new Descent(steps, stalls, Differences.adaptive()));
  }

  private static Kind plain(UnaryOperator<Search> settings) {
    return new Kind(objective -> Problem.of(objective, BOX), settings);
  }

  private static Problem batch(Objective objective) {
    return Problem.of(objective, BOX).inBatches();
  }

  private static Problem constrained(Objective objective) {
    return Problem.of(objective, BOX)
        .subjectTo(Constraints.of((x, c) -> c[0] = x[0] + x[1] - 2, 1, 0));
  }

  private static Problem equation(Objective objective) {
    Constraints sphere = Constraints.of((x, c) -> c[0] = x[0] * x[0] + x[1] * x[1] - 4, 0, 1);
    return Problem.of(objective, BOX)
        .subjectTo(
            sphere.jacobian(
                (x, rows) -> {
                  rows[0] = 2 * x[0];
                  rows[1] = 2 * x[1];
                  rows[2] = 0;
                }));
  }

  private static Problem together(Objective objective) {
    return Constrained.of(
            (x, c) -> {
              c[0] = x[0] * x[1] - 1;
              c[1] = x[0] - x[1];
              return objective.value(x);
            },
            1,
            1)
        .problem(BOX);
  }

  private static Problem sampled(Objective objective) {
    return Problems.sampled(
        (x, sample, gradient) -> {
          for (int i = 0; i < x.length; i++) {
            gradient[i] = x[i] + (sample >> i & 1);
          }
        },
        objective,
        BOX);
  }

  private static void residuals(double[] x, double[] residuals) {
    for (int i = 0; i < residuals.length; i++) {
      residuals[i] = Math.sin((i + 1) * x[i] / BOX.width(i));
    }
  }

  private byte[] file(Kind kind) throws IOException {
    Path path = directory.resolve("whole.checkpoint");
    kind.settings
        .apply(Search.of(kind.problem.apply(CheckpointMutationTest::failing)).workers(1))
        .failures(FailurePolicy.tolerate(Long.MAX_VALUE))
        .budget(Budget.evaluations(300))
        .checkpoint(path, Duration.ofDays(1))
        .run();
    return Files.readAllBytes(path);
  }

  /** Goes on for so many calls, none of which is outside the bounds. */
  private static void goOn(Path path, Kind kind) {
    long[] count = {0};
    Runnable called =
        () -> {
          if (count[0]++ >= CALLS) {
            throw new Enough();
          }
        };
    Problem plain = kind.problem.apply(CheckpointMutationTest::waves);
    Problem problem = plain.decorated(inner -> new PositionCheck(inner, plain.bounds(), called));
    kind.settings
        .apply(Search.resume(path, problem).withoutCheckpoints().workers(1))
        .failures(FailurePolicy.stop())
        .budget(Budget.evaluations(1L << 40))
        .run();
  }

  private static double waves(double[] x) {
    return Math.sin(3 * x[0]) * Math.cos(2 * x[1]) + 0.1 * x[0] * x[0] + 1e-6 * x[2] * x[1];
  }

  private static double failing(double[] x) {
    if (x[0] > 4.8) {
      throw new IllegalStateException("no value here");
    }
    return waves(x);
  }

  private static byte[] mutate(byte[] file, byte[] other, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] content = Arrays.copyOfRange(file, HEADER, file.length - Integer.BYTES);
    for (int left = 1 + random.nextInt(3); left > 0; left--) {
      int at = random.nextInt(content.length - Long.BYTES);
      switch (random.nextInt(7)) {
        case 0 -> content[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> content[at] = (byte) random.nextInt(256);
        case 2 -> ByteBuffer.wrap(content).putLong(at, TELLING[random.nextInt(TELLING.length)]);
        case 3 -> ByteBuffer.wrap(content).putInt(at, (int) TELLING[random.nextInt(6)]);
        case 4 -> {
          int from = random.nextInt(content.length - 64);
          int to = random.nextInt(content.length - 64);
          System.arraycopy(content, from, content, to, 1 + random.nextInt(64));
        }
        case 5 -> {
          int length = 1 + random.nextInt(256);
          int from = random.nextInt(other.length - length);
          int to = random.nextInt(Math.max(1, content.length - length));
          System.arraycopy(other, from, content, to, Math.min(length, content.length - to));
        }
        default ->
            content =
                random.nextInt(8) == 0
                    ? Arrays.copyOf(content, Math.max(100, at + random.nextInt(9)))
                    : removed(content, at, 1 + random.nextInt(8));
      }
    }
    return mended(file, content);
  }

  private static byte[] removed(byte[] content, int at, int count) {
    byte[] shorter = Arrays.copyOf(content, content.length - count);
    int from = Math.min(at, shorter.length);
    System.arraycopy(content, from + count, shorter, from, shorter.length - from);
    return shorter;
  }

  private static byte[] mended(byte[] file, byte[] content) {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER + content.length + Integer.BYTES);
    bytes.put(file, 0, HEADER).put(content).putLong(HEADER - Long.BYTES, content.length);
    CRC32C checksum = new CRC32C();
    checksum.update(bytes.array(), 0, HEADER + content.length);
    return bytes.putInt((int) checksum.getValue()).array();
  }

  /** Ends a search that has gone on far enough. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1;

    Enough() {
      super("enough", null, false, false);
    }
  }
}
