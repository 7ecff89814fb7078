package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.AskTell.Asked;
import org.multidescent.problem.Box;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** A search whose values are told. */
@Timeout(60)
class AskTellTest {

  private static final int DIMENSION = 3;
  private static final Box BOX = Box.cube(-5, 4, DIMENSION);

  @TempDir private Path folder;

  @Test
  void solvesRastrigin() {
    try (AskTell session =
        AskTell.over(
            Box.cube(-5, 4, 5),
            search -> search.budget(Budget.target(1e-6).or(Budget.evaluations(50_000))))) {
      while (!session.isDone()) {
        for (Asked asked : session.ask(100)) {
          session.tell(asked.number(), rastrigin(asked.x()));
        }
      }
      assertThat(session.result().ending()).isEqualTo(Ending.TARGET);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 16})
  void theOrderOfTellsDoesNotMatter(int lanes) {
    String inOrder = ResultDigest.of(result(lanes, 1000, new Random(0), false));
    assertThat(ResultDigest.of(result(lanes, 7, new Random(1), true))).isEqualTo(inOrder);
    assertThat(ResultDigest.of(result(lanes, 1, new Random(2), true))).isEqualTo(inOrder);
  }

  @Test
  void tellsFromManyThreads() throws InterruptedException {
    String alone = ResultDigest.of(result(4, 1000, new Random(0), false));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (AskTell session = session(4)) {
      while (!session.isDone()) {
        for (Asked asked : session.ask(50)) {
          threads.execute(() -> session.tell(asked.number(), holes(asked.x())));
        }
      }
      assertThat(ResultDigest.of(session.result())).isEqualTo(alone);
    } finally {
      threads.shutdown();
      assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 60})
  void goesOnFromAFileWithTheSameAnswer(int rounds) throws IOException {
    String expected = ResultDigest.of(result(4, 1000, new Random(0), false));
    Path file = folder.resolve("state");
    List<Long> open;
    try (AskTell session = session(4)) {
      for (int round = 0; round < rounds; round++) {
        session.ask(5);
        List<Asked> asked = session.waiting();
        asked.subList(0, asked.size() / 2 + 1).forEach(one -> tell(session, one));
      }
      open = session.waiting().stream().map(Asked::number).toList();
      session.save(file);
    }
    try (AskTell session = AskTell.resume(file, settings(4))) {
      assertThat(session.waiting().stream().map(Asked::number)).containsExactlyElementsOf(open);
      session.waiting().forEach(one -> tell(session, one));
      while (!session.isDone()) {
        session.ask(20).forEach(one -> tell(session, one));
      }
      assertThat(ResultDigest.of(session.result())).isEqualTo(expected);
    }
  }

  @Test
  void badTellsGetClearErrors() {
    try (AskTell session = session(2)) {
      Asked asked = session.ask(1).get(0);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.tell(99, 1))
          .withMessage("number: 99 (expected: the number of a position that was asked for)");
      session.tell(asked.number(), Double.NaN);
      assertThatIllegalStateException()
          .isThrownBy(() -> session.tell(asked.number(), 1))
          .withMessageContaining("told before");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.ask(0))
          .withMessage("most: 0 (expected: 1 or more)");
    }
  }

  @Test
  void failuresAndValuesThatAreNoneAreCounted() {
    try (AskTell session = session(2)) {
      long failed = 0;
      while (!session.isDone()) {
        for (Asked asked : session.ask(9)) {
          if (asked.number() % 10 == 0) {
            session.tell(asked.number(), "the pump broke");
            failed++;
          } else {
            session.tell(asked.number(), asked.number() % 10 == 1 ? Double.NaN : holes(asked.x()));
          }
        }
      }
      Result result = session.result();
      assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive().isLessThanOrEqualTo(failed);
      assertThat(result.faults(Fault.Kind.NAN)).isPositive();
      assertThat(result.progress().evaluations()).isEqualTo(600);
      assertThat(session.ask(1)).isEmpty();
    }
  }

  @Test
  void aPolicyMayEndItAtTheFirstFailure() {
    try (AskTell session =
        AskTell.over(BOX, search -> settings(2).apply(search).failures(FailurePolicy.stop()))) {
      session.ask(1).forEach(asked -> session.tell(asked.number(), "no"));
      session.ask(1000).forEach(asked -> session.tell(asked.number(), 1));
      assertThat(session.isDone()).isTrue();
      assertThatThrownBy(session::result)
          .isInstanceOf(SearchFailedException.class)
          .hasRootCauseMessage("no");
    }
  }

  @Test
  void aPositionThatIsNeverToldHoldsUpOthersInTheEnd() {
    try (AskTell session = session(3)) {
      Asked never = session.ask(1).get(0);
      List<Asked> asked = session.ask(100);
      while (!asked.isEmpty()) {
        asked.forEach(one -> tell(session, one));
        asked = session.ask(100);
      }
      assertThat(session.isDone()).isFalse();
      assertThat(session.waiting()).extracting(Asked::number).containsExactly(never.number());
      assertThat(session.result().ending()).isEqualTo(Ending.CANCELLED);
    }
    assertThat(Witness.threads()).isEmpty();
  }

  @Test
  void settingsThatAreNotThoseOfTheSavedSearchAreTold() throws IOException {
    Path file = folder.resolve("state");
    try (AskTell session = session(4)) {
      session.ask(5).forEach(one -> tell(session, one));
      session.save(file);
    }
    UnaryOperator<Search> same = settings(4);
    assertRefused(file, search -> same.apply(search).seed(99), "seed: 99 (expected: ");
    assertRefused(file, search -> same.apply(search).reproducible(5), "lanes: 5 (expected: 4, as");
    assertRefused(
        file,
        search -> same.apply(search).budget(Budget.evaluations(601)),
        "budget of evaluations: 601 (expected: 600, as in the saved search)");
    assertRefused(file, search -> same.apply(search).coarseShare(.9), "coarse share: 0.9");
    try (AskTell session = AskTell.resume(file, same)) {
      session.save(file);
    }
    AskTell.resume(file, same).close();
  }

  private static void assertRefused(Path file, UnaryOperator<Search> settings, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AskTell.resume(file, settings))
        .withMessageContaining(message);
  }

  @Test
  void filesThatAreNoSavedSearchAreRefused() throws IOException {
    Path file = folder.resolve("state");
    Files.writeString(file, "something else\n");
    assertThatThrownBy(() -> AskTell.resume(file, settings(2)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("expected: a saved search");
    try (AskTell session = session(2)) {
      session.ask(5).forEach(one -> tell(session, one));
      session.save(file);
    }
    Files.writeString(file, Files.readString(file).replaceFirst("told\t", "tld\t"));
    assertThatThrownBy(() -> AskTell.resume(file, settings(2))).isInstanceOf(IOException.class);
  }

  private static Result result(int lanes, int most, Random random, boolean shuffled) {
    try (AskTell session = session(lanes)) {
      List<Asked> open = new ArrayList<>();
      while (!session.isDone()) {
        open.addAll(session.ask(most));
        if (shuffled) {
          Collections.shuffle(open, random);
        }
        int told = shuffled ? 1 + random.nextInt(open.size()) : open.size();
        List<Asked> now = open.subList(0, told);
        now.forEach(asked -> tell(session, asked));
        now.clear();
      }
      return session.result();
    }
  }

  private static AskTell session(int lanes) {
    return AskTell.over(BOX, settings(lanes));
  }

  private static UnaryOperator<Search> settings(int lanes) {
    return search -> search.seed(5).reproducible(lanes).budget(Budget.evaluations(600));
  }

  private static void tell(AskTell session, Asked asked) {
    session.tell(asked.number(), holes(asked.x()));
  }

  private static double holes(double[] x) {
    return x[0] > 3 ? Double.NaN : rastrigin(x) + x[0] * x[1];
  }

  private static double rastrigin(double[] x) {
    ToDoubleFunction<Double> term = v -> 10 + v * v - 10 * Math.cos(2 * Math.PI * v);
    return IntStream.range(0, x.length).mapToDouble(i -> term.applyAsDouble(x[i])).sum();
  }
}
