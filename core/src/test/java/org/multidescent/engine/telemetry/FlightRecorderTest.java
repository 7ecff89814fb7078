package org.multidescent.engine.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.catalogue.StallReport;
import org.multidescent.descent.Stall;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Rates;
import org.multidescent.report.TestCounts;

/** What {@link FlightRecorderEvents} fills in, while a recording is under way. */
class FlightRecorderTest {

  @TempDir Path folder;

  private static final List<Class<?>> EVENTS =
      List.of(
          SearchEvent.class,
          StallEvent.class,
          BestEvent.class,
          IdleEvent.class,
          CheckpointEvent.class);

  private static String name(Class<?> event) {
    return event.getAnnotation(Name.class).value();
  }

  /** Records what is done, with one kind of events enabled. */
  private List<RecordedEvent> recorded(Class<?> event, Runnable what) throws IOException {
    Path file = folder.resolve("events.jfr");
    String name = name(event);
    try (Recording recording = new Recording()) {
      EVENTS.forEach(other -> recording.disable(name(other)));
      recording.enable(name).withThreshold(Duration.ZERO);
      recording.start();
      what.run();
      recording.stop();
      recording.dump(file);
    }
    return RecordingFile.readAllEvents(file).stream()
        .filter(one -> one.getEventType().getName().equals(name))
        .toList();
  }

  @Test
  void aStallTellsWhereTheDescentBeganAndEnded() throws IOException {
    DescentSummary descent = new DescentSummary(30, 5, false, DescentEnd.UNDER_WAY);
    Origin origin = new Origin.Start(3);
    StallReport report =
        new StallReport(
            origin, 20, new double[] {0.5}, Estimate.exact(4), Stall.STEP, descent, 100);
    List<RecordedEvent> events = recorded(StallEvent.class, () -> FlightRecorder.stalled(report));
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("reason")).isEqualTo("STEP");
              assertThat(event.getString("origin")).isEqualTo("start");
              assertThat(event.getDouble("startValue")).isEqualTo(20);
              assertThat(event.getDouble("value")).isEqualTo(4);
              assertThat(event.getLong("evaluations")).isEqualTo(30);
              assertThat(event.getLong("allEvaluations")).isEqualTo(100);
            });
  }

  @Test
  void aSearchTellsWhatItHasDone() throws IOException {
    Progress progress =
        new Progress(
            0.5,
            TestCounts.of(40, 2, 30, 3, 4, 5),
            2,
            0,
            Duration.ofSeconds(1),
            Rates.UNKNOWN,
            Ending.STALLS);
    List<RecordedEvent> events =
        recorded(
            SearchEvent.class,
            () -> {
              FlightRecorder.SearchSpan span = FlightRecorder.search(new TestSettings().make());
              assertThat(span).isNotNull();
              span.end(progress);
            });
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("settings")).startsWith("seed 5, initial starts 4, ");
              assertThat(event.getString("ending")).isEqualTo("STALLS");
              assertThat(event.getDouble("best")).isEqualTo(0.5);
              assertThat(event.getLong("evaluations")).isEqualTo(42);
              assertThat(event.getLong("steps")).isEqualTo(30);
              assertThat(event.getLong("stalls")).isEqualTo(5);
              assertThat(event.getInt("optima")).isEqualTo(2);
            });
  }

  @Test
  void aBestValueTellsTheOneBefore() throws IOException {
    List<RecordedEvent> events = recorded(BestEvent.class, () -> FlightRecorder.best(1, 2));
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getDouble("value")).isEqualTo(1);
              assertThat(event.getDouble("before")).isEqualTo(2);
            });
  }

  @Test
  void aWorkerWithoutAPointIsNamed() throws IOException {
    List<RecordedEvent> events =
        recorded(
            IdleEvent.class,
            () -> {
              EventSpan span = FlightRecorder.idle(7);
              assertThat(span).isNotNull();
              span.end();
            });
    assertThat(events)
        .singleElement()
        .satisfies(event -> assertThat(event.getInt("worker")).isEqualTo(7));
  }

  @Test
  void aCheckpointTellsWhatItTook() throws IOException {
    List<RecordedEvent> events =
        recorded(
            CheckpointEvent.class,
            () -> {
              FlightRecorder.CheckpointSpan span = FlightRecorder.checkpoint();
              assertThat(span).isNotNull();
              span.end(Path.of("kept"), 99, 5, 6, true);
            });
    assertThat(events)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getString("path")).isEqualTo("kept");
              assertThat(event.getLong("bytes")).isEqualTo(99);
              assertThat(event.getDuration("pause")).isEqualTo(Duration.ofNanos(5));
              assertThat(event.getDuration("write")).isEqualTo(Duration.ofNanos(6));
              assertThat(event.getBoolean("last")).isTrue();
            });
  }

  @Test
  void whatIsNotEnabledIsNotBegun() throws IOException {
    List<RecordedEvent> events =
        recorded(
            BestEvent.class,
            () -> {
              assertThat(FlightRecorder.idle(1)).isNull();
              assertThat(FlightRecorder.checkpoint()).isNull();
              assertThat(FlightRecorder.search(new TestSettings().make())).isNull();
            });
    assertThat(events).isEmpty();
  }
}
