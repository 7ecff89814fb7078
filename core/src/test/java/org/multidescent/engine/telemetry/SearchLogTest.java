package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.Budget;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Progress;
import org.multidescent.report.Rates;

class SearchLogTest {

  private static final long SECOND = 1_000_000_000;

  /** Keeps what is logged. */
  private static final class Kept implements System.Logger {

    private final List<String> messages = new ArrayList<>();
    private boolean shown = true;

    @Override
    public String getName() {
      return SearchLog.NAME;
    }

    @Override
    public boolean isLoggable(Level level) {
      return shown || level == Level.WARNING;
    }

    @Override
    public void log(
        Level level, ResourceBundle bundle, String message, @Nullable Throwable thrown) {
      messages.add(level + " " + message + " " + thrown);
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
      messages.add(level + " " + format);
    }
  }

  private final Kept kept = new Kept();
  private final SearchLog log = new SearchLog("search-1", kept);

  @Test
  void aSearchBeginsWithItsSettings() {
    Budget budget = Budget.evaluations(9);
    log.started(new TestSettings().budget(budget).workers(3).make(), null, 0);
    assertThat(kept.messages)
        .containsExactly("DEBUG search-1: started, 2 coordinates, 3 workers, seed 5, " + budget);
  }

  @Test
  void oneThatGoesOnTellsWhatItHasUsed() {
    Budget budget = Budget.evaluations(9);
    log.started(new TestSettings().budget(budget).make(), Duration.ofSeconds(2), 4);
    assertThat(kept.messages.get(0))
        .startsWith("DEBUG search-1: goes on from a checkpoint, 2 coordinates")
        .endsWith("used before: 4 evaluations, PT2S; of " + budget);
  }

  @Test
  void bestValuesAreToldAtMostEveryTenSeconds() {
    log.best(3, -SECOND);
    log.best(2, 8 * SECOND);
    log.best(1, 9 * SECOND);
    assertThat(kept.messages)
        .containsExactly(
            "DEBUG search-1: new best value 3.0", "DEBUG search-1: new best value 1.0");
  }

  @Test
  void bestValuesAreNotTakenNoteOfWhileNobodyIsShownThem() {
    kept.shown = false;
    log.best(3, SECOND);
    assertThat(kept.messages).isEmpty();
    kept.shown = true;
    log.best(2, 2 * SECOND);
    assertThat(kept.messages).hasSize(1);
  }

  @Test
  void aCheckpointThatIsNotWrittenIsAWarning() {
    log.checkpoint(Path.of("file"), 12);
    log.checkpointFailed(Path.of("file"), new IOException("full"));
    assertThat(kept.messages)
        .containsExactly(
            "DEBUG search-1: checkpoint file, 12 bytes",
            "WARNING search-1: checkpoint file not written java.io.IOException: full");
  }

  @Test
  void aSearchEndsWithAReason() {
    Progress progress =
        new Progress(1, Counts.NONE, 0, 0, Duration.ZERO, Rates.UNKNOWN, Ending.TARGET);
    log.ended(progress);
    assertThat(kept.messages.get(0)).isEqualTo("DEBUG search-1: ended by TARGET, " + progress);
  }
}
