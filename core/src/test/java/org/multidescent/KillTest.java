package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.checkpoint.CheckpointFile;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/**
 * Kills a real process that keeps checkpoints, again and again, at random moments; each next one
 * goes on from where the last one was. How often: {@code -Dmultidescent.kills=200}.
 */
class KillTest {

  private static final int KILLS = Integer.getInteger("multidescent.kills", 3);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void everyResumeSucceedsAndLosesOnlyWhatCameAfterTheCheckpoint(Posed posed) throws Exception {
    Path file = directory.resolve("search.checkpoint");
    Snapshot last = kill(file, 0, posed);
    long calls = last.counts().valueEvaluations();
    Result result =
        Search.resume(file, problem(posed))
            .withoutCheckpoints()
            .budget(Budget.evaluations(calls + 500))
            .workers(2)
            .run();
    assertThat(result.progress().evaluations()).isEqualTo(calls + 500);
    assertThat(result.best().value()).isLessThanOrEqualTo(last.best());
    Witness.confirmConservation(result);
  }

  @ParameterizedTest
  @EnumSource
  void aReproducibleSearchEndsAsIfNeverKilled(Posed posed) throws Exception {
    Path file = directory.resolve("search.checkpoint");
    Budget budget = Budget.stalls(kill(file, 4, posed).counts().stalls() + 50);
    Result resumed =
        Search.resume(file, problem(posed)).withoutCheckpoints().budget(budget).workers(3).run();
    Result whole = Search.of(problem(posed)).reproducible(4).budget(budget).workers(2).run();
    assertThat(ResultDigest.of(resumed)).isEqualTo(ResultDigest.of(whole));
  }

  /** A process that may write no file larger than 8 KiB, as on a disk that is full. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "needs a shell with ulimit")
  void aCheckpointThatCannotBeWrittenLeavesTheOneBeforeIt() throws Exception {
    for (int lanes : new int[] {0, 4}) {
      Path file = directory.resolve("full-" + lanes);
      List<String> limited =
          new ArrayList<>(List.of("sh", "-c", "ulimit -f 16; exec \"$0\" \"$@\""));
      limited.addAll(command(file, lanes, Posed.FREE));
      Process process = new ProcessBuilder(limited).start();
      try (InputStream output = process.getInputStream()) {
        int told = output.read();
        while (told != Killed.FULL) {
          assertThat(told).as("the process goes on").isNotEqualTo(-1);
          told = output.read();
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      assertThat(Files.size(file)).isBetween(1L, 8_192L);
      long calls = Snapshot.decode(CheckpointFile.read(file)).counts().valueEvaluations();
      Result result =
          Search.resume(file, problem(Posed.FREE))
              .withoutCheckpoints()
              .budget(Budget.evaluations(calls + 500))
              .run();
      assertThat(result.progress().evaluations()).isEqualTo(calls + 500);
      Witness.confirmConservation(result);
    }
  }

  /** Kills one process after the other, and returns the last checkpoint. */
  private static Snapshot kill(Path file, int lanes, Posed posed) throws Exception {
    SplittableRandom random = new SplittableRandom(1);
    Snapshot snapshot = null;
    long calls = 0;
    double best = Double.POSITIVE_INFINITY;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(file, lanes, posed);
      try (InputStream output = process.getInputStream()) {
        assertThat(output.read()).as("the process has begun").isNotEqualTo(-1);
        for (int left = random.nextInt(1, 40); left > 0; left--) {
          output.read();
        }
      } finally {
        process.destroyForcibly().waitFor();
      }
      snapshot = Snapshot.decode(CheckpointFile.read(file));
      long now = snapshot.counts().valueEvaluations();
      assertThat(now).isGreaterThanOrEqualTo(calls);
      assertThat(snapshot.best()).isLessThanOrEqualTo(best);
      calls = now;
      best = snapshot.best();
    }
    return Objects.requireNonNull(snapshot);
  }

  private static Process start(Path file, int lanes, Posed posed) throws IOException {
    return new ProcessBuilder(command(file, lanes, posed))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<String> command(Path file, int lanes, Posed posed) {
    String runtime = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String modules = System.getProperty("jdk.module.path", System.getProperty("java.class.path"));
    Path tests = classes().resolveSibling("test-classes");
    String path = modules + File.pathSeparator + tests;
    return List.of(
        runtime,
        "-XX:TieredStopAtLevel=1",
        "-Xshare:auto",
        "-cp",
        path,
        Killed.class.getName(),
        file.toString(),
        Integer.toString(lanes),
        posed.name());
  }

  /** Returns where the library's classes lie. */
  static Path classes() {
    URL location = Search.class.getProtectionDomain().getCodeSource().getLocation();
    return Path.of(URI.create(location.toString()));
  }

  static Problem problem(Posed posed) {
    Problem free =
        Problem.of(
            x -> {
              double sum = 0;
              for (double xi : x) {
                sum += xi * xi - Math.cos(9 * xi);
              }
              return sum;
            },
            Box.cube(-3, 2, 4));
    return posed.pose(free);
  }

  /** What is killed: searches for ever, and writes a byte each millisecond. */
  static final class Killed {

    /** Written when a checkpoint could not be. */
    static final int FULL = '!';

    private Killed() {}

    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      int lanes = Integer.parseInt(arguments[1]);
      Posed posed = Posed.valueOf(arguments[2]);
      Search fresh = Search.of(problem(posed));
      Search begun = lanes > 0 ? fresh.reproducible(lanes) : fresh;
      Search search =
          Files.exists(file) ? Search.resume(file, problem(posed)).withoutCheckpoints() : begun;
      Running running =
          search
              .workers(2)
              .budget(Budget.unlimited())
              .checkpoint(file, Duration.ofMillis(1))
              .onProgress(Duration.ofMillis(1), Killed::tell)
              .start();
      while (running.checkpointFailure().isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
      System.out.write(FULL);
      System.out.flush();
      LockSupport.park();
    }

    private static void tell(Object progress) {
      System.out.write('.');
      if (System.out.checkError()) {
        Runtime.getRuntime().halt(1);
      }
    }
  }
}
