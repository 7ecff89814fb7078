package org.multidescent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConsoleProgressTest {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  @Test
  void plainLinesAreThrottledAndTheLastIsShown() {
    ConsoleProgress console =
        ConsoleProgress.plain(out, Duration.ofSeconds(10), Budget.time(Duration.ofMinutes(2)));
    for (int second = 1; second < 25; second++) {
      console.accept(at(second * 1000, null));
    }
    console.accept(at(24_500, Ending.TARGET));

    assertThat(said().lines())
        .containsExactly(
            "best 0.500000 | 1000 evaluations, 100/s | 8 stalls, 3 optima, 4 live | 0:10, 1:50 left",
            "best 0.500000 | 2000 evaluations, 100/s | 8 stalls, 3 optima, 4 live | 0:20, 1:40 left",
            "best 0.500000 | 2450 evaluations, 100/s | 8 stalls, 3 optima, 4 live | 0:24, ended by"
                + " target");
  }

  @Test
  void terminalRewritesItsLineAndEndsIt() {
    ConsoleProgress console = ConsoleProgress.terminal(out, Budget.unlimited(), 80);
    console.accept(at(100, null));
    console.accept(at(250, null));
    console.accept(at(300, null));
    console.accept(at(460, null));
    console.accept(at(470, Ending.CANCELLED));

    String said = said();
    assertThat(said.split("\r")).hasSize(4);
    assertThat(said).startsWith("\rbest").endsWith("ended by cancelled" + System.lineSeparator());
    assertThat(said.indexOf(System.lineSeparator()))
        .isEqualTo(said.length() - System.lineSeparator().length());
  }

  @Test
  void shorterLineCoversALongerOne() {
    ConsoleProgress console = ConsoleProgress.terminal(out, Budget.evaluations(1_000_000), 120);
    console.accept(at(1000, null));
    console.accept(
        new Progress(1, counts(1, 1, 1, 0), 0, 0, Duration.ofHours(2), Rates.UNKNOWN, Ending.TIME));

    String[] lines = said().split("\r");
    assertThat(lines[2].stripTrailing()).hasSizeLessThan(lines[1].length());
    assertThat(lines[2].replace(System.lineSeparator(), "")).hasSameSizeAs(lines[1]);
    assertThat(lines[2]).contains("2:00:00");
  }

  @Test
  void timeLeftIsTheLeastOfAllLimits() {
    Budget calls = Budget.evaluations(3000).or(Budget.time(Duration.ofHours(1)));
    ConsoleProgress.plain(out, Duration.ZERO, calls).accept(at(10_000, null));
    Budget time = Budget.evaluations(3000).or(Budget.time(Duration.ofSeconds(11)));
    ConsoleProgress.plain(out, Duration.ZERO, time).accept(at(10_000, null));
    ConsoleProgress.plain(out, Duration.ZERO, Budget.target(0)).accept(at(10_000, null));

    assertThat(said().lines())
        .satisfiesExactly(
            line -> assertThat(line).endsWith("0:10, about 0:20 left"),
            line -> assertThat(line).endsWith("0:10, 0:01 left"),
            line -> assertThat(line).endsWith("0:10"));
  }

  @Test
  void largeCountsAreShort() {
    Progress large =
        new Progress(
            1,
            counts(12_345, 1, 9_999_999_999L + 999_960, 999_960),
            123_456,
            0,
            Duration.ofSeconds(1),
            Rates.UNKNOWN,
            null);
    ConsoleProgress.plain(out, Duration.ZERO, Budget.unlimited()).accept(large);

    assertThat(said()).contains("12.3k evaluations", "1.0M stalls", "123k optima", "10.0G live");
  }

  @Test
  void negativeIntervalIsRefused() {
    assertThatThrownBy(() -> ConsoleProgress.plain(out, Duration.ofMillis(-1), Budget.unlimited()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("interval: PT-0.001S (expected: zero or longer)");
  }

  private static Progress at(long millis, @Nullable Ending ending) {
    Rates rates = new Rates(100, Duration.ZERO, Double.NaN, Double.NaN, Double.NaN);
    return new Progress(
        0.5, counts(millis / 10, 7, 12, 8), 3, 0, Duration.ofMillis(millis), rates, ending);
  }

  private static Counts counts(long evaluations, long steps, long starts, long stalls) {
    return TestCounts.of(evaluations, 0, steps, starts, 0, stalls);
  }

  @ParameterizedTest
  @CsvSource({
    "8, best 0.",
    "20, best 0.500000",
    "40, best 0.500000 | 0:12",
    "60, best 0.500000 | 1200 evaluations | 0:12, about 2:46:28 left",
    "80, 'best 0.500000 | 1200 evaluations, 100/s | 3 optima | 0:12, about 2:46:28 left'",
    "200, 'best 0.500000 | 1200 evaluations, 100/s | 8 stalls, 3 optima, 4 live"
        + " | 0:12, about 2:46:28 left'"
  })
  void aTerminalsLineIsNoLongerThanTheTerminals(int columns, String expected) {
    ConsoleProgress console = ConsoleProgress.terminal(out, Budget.evaluations(1_000_000), columns);
    console.accept(at(12_000, null));
    String line = said().substring(1);
    assertThat(line).startsWith(expected).hasSizeLessThan(columns);
    console.accept(at(13_000, Ending.EVALUATIONS));
    assertThat(said().substring(1).split("[\\r\\n]+"))
        .allSatisfy(part -> assertThat(part).hasSizeLessThan(columns));
  }

  @Test
  void columnsAreReadWithCare() {
    assertThat(TerminalWidth.columns(null)).isEmpty();
    assertThat(TerminalWidth.columns("wide")).isEmpty();
    assertThat(TerminalWidth.columns("0")).isEmpty();
    assertThat(TerminalWidth.columns("132")).hasValue(132);
    assertThat(TerminalWidth.columns("3")).hasValue(8);
    assertThat(TerminalWidth.columns(TerminalWidth.lastWord("40 120\n"))).hasValue(120);
    assertThat(TerminalWidth.columns(TerminalWidth.lastWord(""))).isEmpty();
    assertThat(ConsoleProgress.terminalColumns()).isGreaterThanOrEqualTo(8);
  }

  private String said() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
