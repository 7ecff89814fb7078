package org.multidescent.report;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.multidescent.problem.Feasibility;
import org.multidescent.util.Require;

/**
 * Shows a search's progress in one line: best value, calls, rate, stalls, optima, live points, and
 * the time left in the budget. In a terminal the line is rewritten in place several times a second;
 * elsewhere, in a log, a line is added every ten seconds. In a terminal it is never longer than the
 * terminal's. The last snapshot is always shown.
 *
 * <p>Give it to {@code Search.onProgress} with an interval of a few tenths of a second. One object
 * serves one search after another; for searches at the same time take one each. A line is dropped,
 * not waited for, unless enough time has passed.
 */
public final class ConsoleProgress implements Consumer<Progress> {

  /** How often a terminal's line is rewritten at most. */
  public static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);

  /** How often a line is added to a log at most. */
  public static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

  private final PrintStream out;
  private final boolean terminal;
  private final Duration interval;
  private final Budget budget;
  private final int columns;
  private Duration shown = Duration.ZERO;
  private int width;

  private ConsoleProgress(
      PrintStream out, boolean terminal, Duration interval, Budget budget, int columns) {
    this.out = Objects.requireNonNull(out, "out: null (expected: a stream)");
    this.terminal = terminal;
    this.interval = Objects.requireNonNull(interval, "interval: null (expected: a duration)");
    this.budget = Objects.requireNonNull(budget, "budget: null (expected: the search's budget)");
    Require.that(!interval.isNegative(), "interval", interval, "zero or longer");
    this.columns = Require.atLeast("columns", columns, TerminalWidth.LEAST);
  }

  /**
   * Returns a display on standard error: of the terminal's kind if a person watches, else plain.
   *
   * @param budget the search's budget, for the time left
   * @return the display
   */
  public static ConsoleProgress of(Budget budget) {
    return isTerminal() ? terminal(System.err, budget) : plain(System.err, LOG_INTERVAL, budget);
  }

  /**
   * Returns a display that rewrites one line in place, no wider than {@link #terminalColumns()}.
   *
   * @param out a terminal
   * @param budget the search's budget, for the time left
   * @return the display
   */
  public static ConsoleProgress terminal(PrintStream out, Budget budget) {
    return terminal(out, budget, terminalColumns());
  }

  /**
   * Returns a display that rewrites one line in place. What does not fit is left out: first the
   * number of live points, at last all but the best value.
   *
   * @param out a terminal
   * @param budget the search's budget, for the time left
   * @param columns how many characters a line of the terminal has, 8 or more
   * @return the display
   * @throws IllegalArgumentException if there are fewer columns
   */
  public static ConsoleProgress terminal(PrintStream out, Budget budget, int columns) {
    return new ConsoleProgress(out, true, TERMINAL_INTERVAL, budget, columns);
  }

  /**
   * Returns how many characters a line of the terminal has: as the environment variable {@code
   * COLUMNS} says, else the command {@code stty}, else 80.
   *
   * @return the number, 8 or more
   */
  public static int terminalColumns() {
    return TerminalWidth.columns();
  }

  /**
   * Returns a display that adds plain lines.
   *
   * @param out where they go
   * @param interval the least time between two lines; zero: each snapshot is shown
   * @param budget the search's budget, for the time left
   * @return the display
   * @throws IllegalArgumentException if the interval is negative
   */
  public static ConsoleProgress plain(PrintStream out, Duration interval, Budget budget) {
    return new ConsoleProgress(out, false, interval, budget, Integer.MAX_VALUE);
  }

  /**
   * Shows a snapshot, if enough time has passed since the last one shown, or it is the last.
   *
   * @param progress the snapshot
   */
  @Override
  public synchronized void accept(Progress progress) {
    boolean last = progress.ending() != null;
    if (!last && progress.elapsed().minus(shown).compareTo(interval) < 0) {
      return;
    }
    shown = last ? Duration.ZERO : progress.elapsed();
    String line = line(progress);
    if (terminal) {
      out.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
      width = line.length();
    }
    if (last || !terminal) {
      out.println(terminal ? "" : line);
      width = 0;
    }
    out.flush();
  }

  /** The fullest of several lines that fits into the terminal's; all of it in a log. */
  private String line(Progress progress) {
    Ending ending = progress.ending();
    boolean isFeasible =
        Double.isInfinite(progress.best()) || Feasibility.isFeasible(progress.best());
    String best =
        String.format(
            Locale.ROOT,
            "%s %.6g",
            isFeasible ? "best" : "violation",
            isFeasible ? progress.best() : Feasibility.violation(progress.best()));
    double rate = ending == null ? progress.rates().evaluationsPerSecond() : Double.NaN;
    String evaluations = count(progress.evaluations()) + " evaluations";
    String perSecond =
        count(Math.round(Double.isNaN(rate) ? progress.evaluationsPerSecond() : rate)) + "/s";
    String stalls = count(progress.stalls()) + " stalls";
    String optima = count(progress.optima()) + (progress.optima() == 1 ? " optimum" : " optima");
    String live = count(progress.live()) + " live";
    String clock = clock(progress.elapsed());
    String end =
        ending == null
            ? clock + left(progress)
            : clock + ", ended by " + ending.name().toLowerCase(Locale.ROOT);
    String rated = evaluations + ", " + perSecond;
    return Stream.of(
            List.of(best, rated, stalls + ", " + optima + ", " + live, end),
            List.of(best, rated, stalls + ", " + optima, end),
            List.of(best, rated, optima, end),
            List.of(best, evaluations, optima, end),
            List.of(best, evaluations, end),
            List.of(best, end),
            List.of(best, clock))
        .map(parts -> String.join(" | ", parts))
        .filter(line -> !terminal || line.length() < columns)
        .findFirst()
        .orElse(best.length() < columns ? best : best.substring(0, columns - 1));
  }

  /** Says how long the budget's time and, at the mean rate, its calls and steps last. */
  private String left(Progress progress) {
    double elapsed = progress.elapsed().toNanos() / 1e9;
    boolean timed = budget.time().compareTo(Budget.FOREVER) < 0;
    double byTime = timed ? budget.time().toNanos() / 1e9 - elapsed : Double.POSITIVE_INFINITY;
    double byCount =
        Math.min(
            remaining(budget.evaluations(), progress.evaluations(), elapsed),
            remaining(budget.steps(), progress.steps(), elapsed));
    double seconds = Math.max(0, Math.min(byTime, byCount));
    if (Double.isInfinite(seconds)) {
      return "";
    }
    String about = byTime <= byCount ? "" : "about ";
    return ", " + about + clock(Duration.ofMillis(Math.round(seconds * 1000))) + " left";
  }

  private static double remaining(long limit, long used, double elapsed) {
    return limit == Long.MAX_VALUE || used == 0
        ? Double.POSITIVE_INFINITY
        : elapsed * (limit - used) / used;
  }

  private static String clock(Duration time) {
    long seconds = time.toSeconds();
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  /** Writes a count in at most five characters: 9999, 12.3k, 456M. */
  private static String count(long count) {
    if (count < 10_000) {
      return Long.toString(count);
    }
    String units = "kMGTPE";
    double scaled = count / 1000.0;
    int unit = 0;
    while (scaled >= 999.5) {
      scaled /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, scaled < 99.95 ? "%.1f" : "%.0f", scaled)
        + units.charAt(unit);
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From Java 22 on there may be a console without a terminal, and a method to ask. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
