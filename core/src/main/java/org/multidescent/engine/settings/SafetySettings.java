package org.multidescent.engine.settings;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedSafety;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.report.FailurePolicy;

/**
 * What a search does so that nothing is lost.
 *
 * @param failures what it does about an objective that fails
 * @param lateClock whether the budget of time counts from the end of the first call
 * @param file where checkpoints go; null for none
 * @param every time between two of them
 * @param resumed the checkpoint the search goes on from; null for none
 */
public record SafetySettings(
    FailurePolicy failures,
    boolean lateClock,
    @Nullable Path file,
    Duration every,
    @Nullable Snapshot resumed) {

  /** Returns what a checkpoint holds of them. */
  SavedSafety saved() {
    return new SavedSafety(every, failures, lateClock);
  }
}
