package org.multidescent.engine;

/** What a sampler writes, between two paddings. */
abstract class SamplerState extends Padding {
  long left = 1;
  long weight = 1;
  double mean;
  long samples;
}
