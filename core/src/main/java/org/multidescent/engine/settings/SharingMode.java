package org.multidescent.engine.settings;

/** Whether idle workers make some of the evaluations of another worker's gradient. */
public enum SharingMode {
  /** Never. */
  NEVER,
  /** If an evaluation is dear enough, as measured now and then. */
  AUTOMATIC,
  /** Whenever a worker is idle. */
  ALWAYS
}
