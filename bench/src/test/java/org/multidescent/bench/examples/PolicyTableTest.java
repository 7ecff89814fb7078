package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.bench.problems.control.CartPole;
import org.multidescent.bench.problems.control.Pendulum;
import org.multidescent.problem.Problem;

class PolicyTableTest {

  @Test
  void aSmallNetworkBalancesThePole() {
    double[] policy = PolicyTable.search(CartPole.networkPolicy(), 1, 2000);
    assertThat(PolicySearch.solved(policy, 100)).isGreaterThanOrEqualTo(95);
  }

  @Test
  void thePendulumIsSwungUpMoreOftenThanByChance() {
    Problem pendulum = Pendulum.networkPolicy();
    assertThat(PolicyTable.swungUp(new double[pendulum.dimension()])).isZero();
    assertThat(PolicyTable.swungUp(PolicyTable.search(pendulum, 2, 5000))).isGreaterThan(50);
  }
}
