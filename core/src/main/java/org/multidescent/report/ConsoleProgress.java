package org.multidescent.report;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.multidescent.util.Require;

/**
 * Shows a search's progress in one line: best value, calls, rate, stalls, optima, live points, and
 * the time left in the budget. In a terminal the line is rewritten in place several times a second;
 * elsewhere, in a log, a line is added every ten seconds. The last snapshot is always shown.
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
  private Duration shown = Duration.ZERO;
  private int width;

  private ConsoleProgress(PrintStream out, boolean terminal, Duration interval, Budget budget) {
    this.out = Objects.requireNonNull(out, "out: null (expected: a stream)");
    this.terminal = terminal;
    this.interval = Objects.requireNonNull(interval, "interval: null (expected: a duration)");
    this.budget = Objects.requireNonNull(budget, "budget: null (expected: the search's budget)");
    Require.that(!interval.isNegative(), "interval", interval, "zero or longer");
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
   * Returns a display that rewrites one line in place.
   *
   * @param out a terminal
   * @param budget the search's budget, for the time left
   * @return the display
   */
  public static ConsoleProgress terminal(PrintStream out, Budget budget) {
    return new ConsoleProgress(out, true, TERMINAL_INTERVAL, budget);
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
    return new ConsoleProgress(out, false, interval, budget);
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

  private String line(Progress progress) {
    Ending ending = progress.ending();
    double rate = ending == null ? progress.rates().evaluationsPerSecond() : Double.NaN;
    return String.format(
        Locale.ROOT,
        "best %.6g | %s evaluations, %s/s | %s stalls, %s optima, %s live | %s",
        progress.best(),
        count(progress.evaluations()),
        count(Math.round(Double.isNaN(rate) ? progress.evaluationsPerSecond() : rate)),
        count(progress.stalls()),
        count(progress.optima()),
        count(progress.live()),
        ending == null
            ? clock(progress.elapsed()) + left(progress)
            : clock(progress.elapsed()) + ", ended by " + ending.name().toLowerCase(Locale.ROOT));
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
