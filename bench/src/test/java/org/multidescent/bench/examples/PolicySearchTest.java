package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicySearchTest {

  @Test
  void balancesThePoleInEveryRun() {
    for (int seed = 1; seed <= 25; seed++) {
      double[] policy = PolicySearch.search(seed, 6000).best().x();
      assertThat(PolicySearch.solved(policy, 100)).as("seed %d", seed).isEqualTo(100);
    }
  }

  @Test
  void aPolicyThatNeverPushesBackFails() {
    assertThat(PolicySearch.solved(new double[4], 100)).isZero();
  }
}
