package org.multidescent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.report.RowWriter;
import org.multidescent.report.ConsoleProgress;

/**
 * What surrounds the runs of a command: a progress bar on a terminal, rows written as they come,
 * and an orderly end on Ctrl-C, with what was finished.
 */
final class Session implements AutoCloseable {

  private static final int WIDEST = 80;

  private final List<RowWriter> rows;
  private final Interrupt interrupt;
  private @Nullable ProgressBar bar;

  private Session(List<RowWriter> rows, Interrupt interrupt, @Nullable ProgressBar bar) {
    this.rows = rows;
    this.interrupt = interrupt;
    this.bar = bar;
  }

  /**
   * Starts.
   *
   * @param rows where to write rows; closed with the session
   * @param runs how many rows will come
   * @param cancel makes the runs end early
   */
  static Session open(List<RowWriter> rows, int runs, Runnable cancel) {
    return new Session(rows, Interrupt.calls(cancel), Terminal.isInteractive() ? bar(runs) : null);
  }

  /** Takes a finished row. */
  synchronized void finished(List<?> row) {
    try {
      for (RowWriter writer : rows) {
        writer.write(row);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    if (bar != null) {
      bar.step();
    }
  }

  /** Takes the progress bar away. */
  synchronized void closeProgress() {
    if (bar != null) {
      bar.close();
      bar = null;
      System.err.println();
    }
  }

  @Override
  public void close() throws IOException {
    closeProgress();
    for (RowWriter writer : rows) {
      writer.close();
    }
    interrupt.close();
  }

  /**
   * The bar prints plain text. The library's own consumer of it opens a JLine terminal, which takes
   * the handler of Ctrl-C away from the virtual machine, so that no shutdown hook runs.
   */
  private static ProgressBar bar(int runs) {
    return new ProgressBarBuilder()
        .setTaskName("runs")
        .setInitialMax(runs)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new DelegatingProgressBarConsumer(Session::show, width()))
        .build();
  }

  /** The last column stays free: a character there makes some terminals begin a new line. */
  private static int width() {
    return Math.min(WIDEST, ConsoleProgress.terminalColumns()) - 1;
  }

  private static void show(String text) {
    System.err.print("\r" + text);
    System.err.flush();
  }
}
