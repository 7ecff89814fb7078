package org.multidescent.engine.telemetry;

import org.multidescent.concurrent.LeadingPadding;

/** What a sampler writes, between two paddings. */
abstract class TurnSamplerFields extends LeadingPadding {
  public long left = 1;
  public long weight = 1;
  public double mean;
  public long samples;
}
