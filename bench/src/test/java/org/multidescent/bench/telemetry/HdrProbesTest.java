package org.multidescent.bench.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Probe;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

final class HdrProbesTest {

  private final HdrProbes probes = new HdrProbes();

  @Test
  void histogramsOfAllWorkersAreMerged() {
    Probe first = probes.apply(0);
    Probe second = probes.apply(1);
    first.evaluation(1000, 3);
    second.evaluation(5000, 1);
    first.slice(2_000_000, 10, 1);
    second.poll(40, 8);

    Histogram evaluations = probes.evaluations();
    assertThat(evaluations.getTotalCount()).isEqualTo(4);
    assertThat(evaluations.getValueAtPercentile(50)).isCloseTo(1000, within(10L));
    assertThat(evaluations.getMaxValue()).isCloseTo(5000, within(50L));
    assertThat(probes.slices().getTotalCount()).isEqualTo(1);
    assertThat(probes.polls().getTotalCount()).isEqualTo(8);
  }

  @Test
  void nothingIsLostOrDoubledByReadingInBetween() {
    Probe probe = probes.apply(0);
    probe.evaluation(10, 1);
    assertThat(probes.evaluations().getTotalCount()).isEqualTo(1);
    probe.evaluation(20, 1);
    assertThat(probes.evaluations().getTotalCount()).isEqualTo(2);
    assertThat(probes.evaluations().getTotalCount()).isEqualTo(2);
  }

  @Test
  void tooLongDurationsAreClamped() {
    probes.apply(0).evaluation(Long.MAX_VALUE, 1);

    assertThat(probes.evaluations().getTotalCount()).isEqualTo(1);
  }

  @Test
  void searchFillsThem() {
    Result result =
        Search.article(TestProblems.named("article6").problem())
            .initialStarts(100)
            .workers(2)
            .budget(Budget.evaluations(200_000))
            .probes(probes)
            .run();

    double evaluations = probes.evaluations().getTotalCount();
    assertThat(evaluations / result.progress().evaluations()).isCloseTo(1, within(0.3));
    assertThat(probes.slices().getTotalCount()).isPositive();
    assertThat(probes.polls().getTotalCount()).isPositive();
  }
}
