package org.multidescent.bench.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.Search;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

class ExamplesTest {

  @TempDir private Path folder;

  @Test
  void simulatorThatFailsIsTuned() {
    Result result = FailingSimulator.tune(4_000);
    assertThat(result.faults(Fault.Kind.EXCEPTION)).isPositive();
    assertThat(result.best().value()).isLessThan(0.05);
  }

  @Test
  void searchIsNotBehindTheOptimizerItReplaces() {
    assertThat(InsteadOfHipparchus.after()).isLessThan(1e-8);
    assertThat(InsteadOfHipparchus.before()).isGreaterThan(InsteadOfHipparchus.after());
  }

  @Test
  void positionsComeTogether() {
    LongAdder calls = new LongAdder();
    Result result = Batches.search(calls);
    assertThat(result.best().value()).isLessThan(1e-8);
    assertThat(calls.sum()).isLessThan(result.progress().evaluations() / 2);
  }

  @Test
  void secondNightGoesOnWhereTheFirstEnded() {
    Path file = folder.resolve("night.checkpoint");
    Overnight.main(new String[] {file.toString(), "2000"});
    assertThat(file).isNotEmptyFile();
    Overnight.main(new String[] {file.toString(), "5000"});
    assertThat(Search.resume(file, Overnight.problem()).run().progress().evaluations())
        .isEqualTo(5_000);
  }
}
