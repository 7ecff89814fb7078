package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.report.Estimate;

class CandidateTest {

  private final List<Candidate> candidates = new ArrayList<>();

  private void add(double u, Estimate estimate) {
    Candidate.add(candidates, new double[] {u}, estimate);
  }

  @Test
  void aPositionIsAddedOnce() {
    add(1, Estimate.exact(3));
    add(1, Estimate.exact(2));
    add(2, Estimate.exact(3));
    assertThat(candidates).hasSize(2);
    assertThat(candidates.get(0).estimate().mean()).isEqualTo(3);
  }

  @Test
  void oneWithoutAFiniteValueIsLeftOut() {
    add(1, Estimate.single(Double.POSITIVE_INFINITY));
    assertThat(candidates).isEmpty();
    assertThat(Candidate.lowest(candidates)).isNull();
  }

  @Test
  void thePositionIsCopied() {
    double[] u = {1};
    Candidate.add(candidates, u, Estimate.exact(3));
    u[0] = 2;
    assertThat(candidates.get(0).u()).containsExactly(1);
  }

  @Test
  void theLowestHasTheLowestUpperBound() {
    add(1, Estimate.of(new double[] {0, 4}, 2));
    add(2, Estimate.exact(3));
    assertThat(Candidate.lowest(candidates).u()).containsExactly(2);
  }

  @Test
  void ofEqualBoundsTheLowerMeanCounts() {
    add(1, Estimate.single(3));
    add(2, Estimate.single(2));
    assertThat(Candidate.lowest(candidates).u()).containsExactly(2);
  }

  @Test
  void anotherEstimateIsOfTheSamePosition() {
    add(1, Estimate.exact(3));
    Candidate other = candidates.get(0).with(Estimate.exact(5));
    assertThat(other.u()).containsExactly(1);
    assertThat(other.estimate()).isEqualTo(Estimate.exact(5));
  }
}
