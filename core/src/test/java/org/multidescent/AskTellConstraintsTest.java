package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.AskTell.Asked;
import org.multidescent.problem.Constraints;
import org.multidescent.report.Budget;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Searches under constraints whose values are told, and some whose constraints are. */
@Timeout(60)
class AskTellConstraintsTest {

  private static final Constraints TOLD = Constraints.told(1, 1).tolerance(1e-7);
  private static final Constraints HERE = Constraints.of(ConstrainedForm::constraints, 1, 1);

  @TempDir private Path folder;

  private static UnaryOperator<Search> settings() {
    return search -> search.seed(5).reproducible(3).budget(Budget.evaluations(3_000));
  }

  private static AskTell session(Constraints constraints) {
    return AskTell.over(ConstrainedForm.BOX, constraints, settings());
  }

  private static void tell(AskTell session, Asked asked) {
    double[] c = new double[2];
    ConstrainedForm.constraints(asked.x(), c);
    session.tell(asked.number(), ConstrainedForm.objective(asked.x()), c);
  }

  private static void tellValue(AskTell session, Asked asked) {
    session.tell(asked.number(), ConstrainedForm.objective(asked.x()));
  }

  private static Result whole() {
    try (AskTell session = session(TOLD)) {
      while (!session.isDone()) {
        session.ask(1_000).forEach(asked -> tell(session, asked));
      }
      return session.result();
    }
  }

  @Test
  void constraintsThatAreToldHoldInTheEnd() {
    Result result = whole();
    assertThat(result.isFeasible()).isTrue();
    assertThat(result.progress().evaluations()).isEqualTo(3_000);
    assertThat(result.best().value()).isCloseTo(-2.9622811, within(1e-6));
  }

  @Test
  void constraintsThatAreComputedHereAreNotAskedFor() {
    long told = 0;
    try (AskTell session = session(HERE)) {
      while (!session.isDone()) {
        for (Asked asked : session.ask(1_000)) {
          tellValue(session, asked);
          told++;
        }
      }
      Result result = session.result();
      assertThat(result.best().value()).isCloseTo(-2.9622811, within(1e-6));
      assertThat(told).isBetween(1L, result.progress().evaluations() - 1_000);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 70})
  void goesOnFromAFileWithTheSameAnswer(int rounds) throws IOException {
    Path file = folder.resolve("state");
    try (AskTell session = session(TOLD)) {
      for (int round = 0; round < rounds; round++) {
        session.ask(5);
        List<Asked> asked = session.waiting();
        asked.subList(0, asked.size() / 2 + 1).forEach(one -> tell(session, one));
      }
      session.save(file);
    }
    try (AskTell session = AskTell.resume(file, settings())) {
      session.waiting().forEach(one -> tell(session, one));
      while (!session.isDone()) {
        session.ask(20).forEach(one -> tell(session, one));
      }
      assertThat(ResultDigest.of(session.result())).isEqualTo(ResultDigest.of(whole()));
    }
  }

  @Test
  void constraintsOfTheCallerAreGivenAgain() throws IOException {
    Path file = folder.resolve("state");
    try (AskTell session = session(HERE)) {
      session.ask(5).forEach(asked -> tellValue(session, asked));
      session.save(file);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AskTell.resume(file, settings()))
        .withMessage(
            "constraints: none (expected: those of the saved search, which are computed apart)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AskTell.resume(file, Constraints.told(0, 0), settings()))
        .withMessage("inequalities: none (expected: 1, as in the saved search)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AskTell.resume(file, Constraints.told(1, 1), settings()))
        .withMessage("apart: false (expected: true, as in the saved search)");
    AskTell.resume(file, HERE, settings()).close();
  }

  @Test
  void asManyConstraintsAreToldAsThereAre() {
    try (AskTell session = session(TOLD)) {
      long number = session.ask(1).get(0).number();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.tell(number, 1))
          .withMessage("constraints: 0 told of position 1 (expected: 2)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.tell(number, 1, 2, 3, 4))
          .withMessage("constraints: 3 told of position 1 (expected: 2)");
      session.tell(number, 1, 2, 3);
    }
    try (AskTell session = AskTell.over(ConstrainedForm.BOX, settings())) {
      long number = session.ask(1).get(0).number();
      assertThatIllegalArgumentException()
          .isThrownBy(() -> session.tell(number, 1, 2))
          .withMessage("constraints: 1 told of position 1 (expected: 0)");
    }
  }

  @Test
  void failuresAndConstraintsWithoutAValueAreCounted() {
    try (AskTell session = session(TOLD)) {
      while (!session.isDone()) {
        for (Asked asked : session.ask(9)) {
          if (asked.number() % 10 == 0) {
            session.tell(asked.number(), "the mesh broke");
          } else if (asked.number() % 10 == 1) {
            session.tell(asked.number(), 1, Double.NaN, 0);
          } else {
            tell(session, asked);
          }
        }
      }
      Result result = session.result();
      assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive();
      assertThat(result.faults(Fault.Kind.NAN)).isPositive();
      assertThat(result.progress().evaluations()).isEqualTo(3_000);
      assertThat(result.isFeasible()).isTrue();
    }
  }

  @Test
  void aFileThatLacksConstraintsIsRefused() throws IOException {
    Path file = folder.resolve("state");
    try (AskTell session = session(TOLD)) {
      session.ask(1).forEach(asked -> session.tell(asked.number(), 1, 2, 3));
      session.save(file);
    }
    String whole = Files.readString(file);
    Files.writeString(file, whole.replace("1.0 2.0 3.0", "1.0 2.0"));
    assertThatThrownBy(() -> AskTell.resume(file, settings()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2 numbers told of position 1, not 3 (expected: a whole file)");
    Files.writeString(file, whole.replace("inequalities\t1", "inequalities\tone"));
    assertThatThrownBy(() -> AskTell.resume(file, settings()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"one\" (expected: a whole file)");
  }
}
