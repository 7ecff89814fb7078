package org.multidescent.bench;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the runs of a command: a progress bar on a terminal, rows written as they come,
 * and an orderly end on Ctrl-C, with what was finished.
 */
final class Session implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 30;

  private @Nullable ProgressBar bar;
  private final @Nullable PrintWriter rows;
  private final CountDownLatch closed = new CountDownLatch(1);

  private Session(@Nullable ProgressBar bar, @Nullable PrintWriter rows, Runnable cancel) {
    this.bar = bar;
    this.rows = rows;
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> interrupted(cancel), "benchmarks-interrupt"));
  }

  /**
   * Begins.
   *
   * @param header the first line of the file
   * @param rows the file, or null for none
   * @param runs how many rows will come
   * @param cancel makes the runs end early
   */
  static Session open(String header, @Nullable PrintWriter rows, int runs, Runnable cancel) {
    if (rows != null) {
      rows.print(header + "\n");
      rows.flush();
    }
    return new Session(Terminal.isInteractive() ? bar(runs) : null, rows, cancel);
  }

  /** Takes a finished row. */
  synchronized void finished(String row) {
    if (rows != null) {
      rows.print(row + "\n");
      rows.flush();
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
    }
  }

  @Override
  public void close() {
    closeProgress();
    if (rows != null) {
      rows.close();
    }
    closed.countDown();
  }

  private void interrupted(Runnable cancel) {
    if (closed.getCount() == 0) {
      return;
    }
    cancel.run();
    try {
      closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException now) {
      Thread.currentThread().interrupt();
    }
  }

  private static ProgressBar bar(int runs) {
    return new ProgressBarBuilder()
        .setTaskName("runs")
        .setInitialMax(runs)
        .setStyle(ProgressBarStyle.ASCII)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }
}
