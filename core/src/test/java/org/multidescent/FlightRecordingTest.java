package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

final class FlightRecordingTest {

  private final Search search =
      Search.of(TestProblems.named("rastrigin2").problem().withoutGradient())
          .seed(5)
          .workers(2)
          .budget(Budget.stalls(20));

  @TempDir Path folder;

  @Test
  void recordingTellsOfTheSearchItsStallsAndItsBest() throws IOException {
    Result result;
    Path file = folder.resolve("search.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("org.multidescent.Search");
      recording.enable("org.multidescent.Stall");
      recording.enable("org.multidescent.Best");
      recording.start();
      result = search.run();
      recording.stop();
      recording.dump(file);
    }

    Map<String, List<RecordedEvent>> events =
        RecordingFile.readAllEvents(file).stream()
            .collect(Collectors.groupingBy(event -> event.getEventType().getName()));
    RecordedEvent whole = events.get("org.multidescent.Search").get(0);
    assertThat(events.get("org.multidescent.Search")).hasSize(1);
    assertThat(whole.getString("ending")).isEqualTo("STALLS");
    assertThat(whole.getString("settings")).contains("seed 5");
    assertThat(whole.getLong("evaluations")).isEqualTo(result.progress().evaluations());
    assertThat(whole.getDouble("best")).isEqualTo(result.best().value());
    assertThat(whole.getDuration()).isPositive();
    assertThat(whole.getEventType().getCategoryNames()).containsExactly("Multidescent");

    assertThat(events.get("org.multidescent.Stall")).hasSize((int) result.progress().stalls());
    assertThat(events.get("org.multidescent.Stall"))
        .allMatch(
            event -> event.getLong("evaluations") > 0 && !event.getString("reason").isEmpty());

    List<RecordedEvent> best = events.get("org.multidescent.Best");
    assertThat(best.stream().mapToDouble(event -> event.getDouble("value")).min())
        .hasValue(result.best().value());
    assertThat(best).allMatch(event -> event.getDouble("value") < event.getDouble("before"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void recordingTellsOfEachCheckpoint(boolean reproducible) throws IOException {
    Path file = folder.resolve("search.jfr");
    Path kept = folder.resolve("search.checkpoint");
    Search search = this.search.checkpoint(kept, Duration.ofNanos(1));
    try (Recording recording = new Recording()) {
      recording.enable("org.multidescent.Checkpoint");
      recording.start();
      (reproducible ? search.reproducible() : search).run();
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> events =
        RecordingFile.readAllEvents(file).stream()
            .filter(event -> event.getEventType().getName().equals("org.multidescent.Checkpoint"))
            .toList();
    assertThat(events.size()).isGreaterThanOrEqualTo(2);
    for (RecordedEvent event : events) {
      assertThat(event.getEventType().getCategoryNames()).containsExactly("Multidescent");
      assertThat(event.getString("path")).isEqualTo(kept.toString());
      assertThat(event.getDuration("pause")).isBetween(Duration.ZERO, event.getDuration());
      assertThat(event.getDuration("write")).isBetween(Duration.ZERO, event.getDuration());
      assertThat(event.getDuration("write")).isPositive();
    }
    long size = Files.size(kept);
    assertThat(events)
        .filteredOn(event -> event.getBoolean("last"))
        .singleElement()
        .satisfies(last -> assertThat(last.getLong("bytes")).isEqualTo(size));
  }

  @Test
  void stallsAreOffUnlessEnabledByName() throws IOException {
    Path file = folder.resolve("default.jfr");
    try (Recording recording = new Recording()) {
      recording.start();
      search.run();
      recording.stop();
      recording.dump(file);
    }

    List<String> names =
        RecordingFile.readAllEvents(file).stream()
            .map(event -> event.getEventType().getName())
            .toList();
    assertThat(names).contains("org.multidescent.Search").doesNotContain("org.multidescent.Stall");
  }

  @Test
  void searchRunsWhereTheRecorderIsMissing() throws IOException, InterruptedException {
    String classPath =
        String.join(
            File.pathSeparator,
            location(Search.class),
            location(MpscUnboundedVarHandleArrayQueue.class),
            location(MessagePassingQueue.class),
            location(FlightRecordingTest.class));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--limit-modules",
                "java.base",
                "-cp",
                classPath,
                WithoutRecorder.class.getName())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("no recorder, ended by STALLS");
  }

  private static String location(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }
}
