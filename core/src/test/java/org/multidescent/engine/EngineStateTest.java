package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.FrontierKind;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.frontier.Frontier;

class EngineStateTest {

  private static Class<?> frontier(TestSettings settings) {
    return EngineState.frontier(settings.make()).getClass();
  }

  @Test
  void theFrontierIsTheOneTheSettingsChoose() {
    TestSettings settings = new TestSettings().workers(4);
    assertThat(frontier(settings)).isEqualTo(Frontier.locked(1).getClass());
    settings.frontier(FrontierKind.RELAXED);
    assertThat(frontier(settings)).isEqualTo(Frontier.relaxed(1, 1, 0).getClass());
    settings.lanes(2);
    assertThat(frontier(settings)).isEqualTo(Frontier.locked(1).getClass());
  }

  @Test
  void aSearchWithAFileKeepsCheckpoints() {
    assertThat(Fixture.state(new TestSettings().make()).isKept()).isFalse();
    assertThat(Fixture.state(new TestSettings().file(Path.of("none")).make()).isKept()).isTrue();
  }

  @Test
  void noiseIsWhatTheIncumbentKnows() {
    EngineState state = Fixture.state(new TestSettings().make());
    state.incumbent().noise().found();
    assertThat(state.noise().isKnown()).isTrue();
  }
}
