package org.multidescent.checkpoint;

import org.multidescent.report.CheckpointException;

/** What a task has to do. */
public enum TaskKind {
  /** Nothing: there was no point for it. */
  NONE,
  /** Evaluating initial starts. */
  INITIAL,
  /** Evaluating fresh starts. */
  STARTS,
  /** Evaluating the candidates of a perturbation, then descending. */
  PERTURBATION,
  /** Beginning the descent of a start. */
  COLD,
  /** Descending. */
  DESCENT;

  void write(Encoder out) {
    out.putInt(ordinal());
  }

  static TaskKind read(Decoder in) {
    int ordinal = in.getInt();
    if (ordinal < 0 || ordinal >= values().length) {
      throw new CheckpointException(
          "checkpoint: a task of kind " + ordinal + " (expected: a known one)");
    }
    return values()[ordinal];
  }
}
