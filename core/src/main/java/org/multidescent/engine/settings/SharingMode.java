package org.multidescent.engine.settings;

/** Whether idle workers make some of the evaluations of another worker's gradient. */
public enum SharingMode {
  /** Never. */
  NEVER,
  /** If an evaluation is expensive enough, as measured from time to time. */
  AUTOMATIC,
  /** Whenever a worker is idle. */
  ALWAYS
}
