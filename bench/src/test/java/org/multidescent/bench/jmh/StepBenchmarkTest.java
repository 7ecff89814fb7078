package org.multidescent.bench.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepBenchmarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"euler", "nesterov", "adam", "spectral", "lbfgs", "bfgs"})
  void stepsAllocateNothingAndLeadDown(String rule) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    StepBenchmark.Counts counts = new StepBenchmark.Counts();
    StepBenchmark.Walk walk = new StepBenchmark.Walk();
    walk.rule = rule;
    walk.dimension = 10;
    walk.prepare();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 20; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int k = 0; k < 50; k++) {
        walk.step(counts);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(least).isZero();
    assertThat(counts.gradients).isPositive();
  }
}
