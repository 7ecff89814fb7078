package org.multidescent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

final class MicrometerProgressTest {

  @Test
  void registryShowsTheCounters() {
    Running running =
        Search.of(TestProblems.named("rastrigin2").problem())
            .workers(2)
            .budget(Budget.stalls(10))
            .start();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    new MicrometerProgress(running::progress, "test").bindTo(registry);
    Result result = running.await();

    assertThat(
            registry
                .get("multidescent.evaluations")
                .tag("search", "test")
                .functionCounter()
                .count())
        .isEqualTo(result.progress().evaluations());
    assertThat(registry.get("multidescent.best").gauge().value()).isEqualTo(result.best().value());
    assertThat(registry.get("multidescent.stalls").functionCounter().count()).isEqualTo(10);
    assertThat(registry.get("multidescent.since.best").timeGauge().value()).isNotNegative();
  }

  @Test
  void pageShowsTheBindingAsItIsCompiled() throws IOException {
    String source =
        Files.readString(Path.of("src/test/java/org/multidescent/docs/MicrometerProgress.java"));
    String page = Files.readString(Path.of("../docs/telemetry.md"));

    assertThat(page).contains(source.substring(source.indexOf("public final class")).strip());
  }
}
