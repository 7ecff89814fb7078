package org.multidescent;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.settings.ExecutionSettings;
import org.multidescent.engine.settings.FrontierKind;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.engine.settings.SafetySettings;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Optimum;
import org.multidescent.report.Probe;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** What a user has chosen of how a search is executed; the rest at its default. */
final class ChosenExecution implements Cloneable {

  int workers = Runtime.getRuntime().availableProcessors();
  FrontierKind frontier = FrontierKind.AUTOMATIC;
  SharingMode sharing = SharingMode.AUTOMATIC;
  FailurePolicy failures = FailurePolicy.stop();
  boolean lateClock;
  @Nullable Path checkpointFile;
  Duration checkpointEvery = Duration.ofMinutes(1);
  @Nullable Snapshot resumed;
  Duration interval = Duration.ofSeconds(1);
  @Nullable Consumer<? super Progress> progressListener;
  @Nullable Consumer<? super Optimum> optimumListener;
  @Nullable Consumer<? super Result.Best> bestListener;
  @Nullable IntFunction<? extends Probe> probes;

  /** Takes over how a search was kept safe, and goes on with its checkpoints. */
  void resume(Snapshot snapshot, Path file) {
    resumed = snapshot;
    failures = snapshot.safety().failures();
    lateClock = snapshot.safety().lateClock();
    checkpointFile = file;
    checkpointEvery = snapshot.safety().every();
  }

  ChosenExecution copy() {
    try {
      return (ChosenExecution) clone();
    } catch (CloneNotSupportedException impossible) {
      throw new AssertionError(impossible);
    }
  }

  ExecutionSettings settings() {
    return new ExecutionSettings(
        workers,
        frontier,
        sharing,
        new SafetySettings(failures, lateClock, checkpointFile, checkpointEvery, resumed));
  }

  Listeners listeners() {
    return new Listeners(interval, progressListener, optimumListener, bestListener, probes);
  }
}
