package org.multidescent.engine.telemetry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;

/**
 * The messages of a search to the {@link System.Logger} named {@code org.multidescent}: its start,
 * new best values, checkpoints and its end at level DEBUG, which is not shown by default; a
 * checkpoint that could not be written as a WARNING.
 */
public final class SearchLog {

  /** The name of the logger. */
  public static final String NAME = "org.multidescent";

  private static final System.Logger LOGGER = System.getLogger(NAME);
  private static final long BEST_INTERVAL_NANOS = 10_000_000_000L;

  private final String search;
  private final System.Logger logger;
  private long lastBest = Long.MIN_VALUE;

  /**
   * Creates the log of one search.
   *
   * @param search its name, that of its threads
   */
  public SearchLog(String search) {
    this(search, LOGGER);
  }

  SearchLog(String search, System.Logger logger) {
    this.search = search;
    this.logger = logger;
  }

  public void started(SearchSettings settings, @Nullable Duration usedBefore, long evaluations) {
    if (isTold()) {
      say(
          "%s: %s, %d coordinates, %d workers, seed %d, %s",
          search,
          usedBefore == null ? "started" : "goes on from a checkpoint",
          settings.problem().dimension(),
          settings.execution().workers(),
          settings.path().seed(),
          usedBefore == null
              ? settings.budget()
              : String.format(
                  Locale.ROOT,
                  "used before: %d evaluations, %s; of %s",
                  evaluations,
                  usedBefore,
                  settings.budget()));
    }
  }

  /** Tells of a best value, at most every ten seconds; called under a lock. */
  public void best(double value, long nanos) {
    if (isTold() && (lastBest == Long.MIN_VALUE || nanos - lastBest >= BEST_INTERVAL_NANOS)) {
      lastBest = nanos;
      say("%s: new best value %s", search, value);
    }
  }

  public void checkpoint(Path file, long bytes) {
    if (isTold()) {
      say("%s: checkpoint %s, %d bytes", search, file, bytes);
    }
  }

  public void checkpointFailed(Path file, Throwable cause) {
    logger.log(
        System.Logger.Level.WARNING, search + ": checkpoint " + file + " not written", cause);
  }

  public void ended(Progress progress) {
    if (isTold()) {
      Ending ending = progress.ending();
      say("%s: ended by %s, %s", search, ending == null ? "nothing" : ending, progress);
    }
  }

  /** Tells whether anyone reads: to put a message together takes longer than a small search. */
  private boolean isTold() {
    return logger.isLoggable(System.Logger.Level.DEBUG);
  }

  private void say(String format, Object... parts) {
    logger.log(System.Logger.Level.DEBUG, String.format(Locale.ROOT, format, parts));
  }
}
