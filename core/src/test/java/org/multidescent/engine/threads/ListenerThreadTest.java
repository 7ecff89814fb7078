package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.settings.Listeners;
import org.multidescent.problem.Box;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Ending;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Rates;
import org.multidescent.report.Result;
import org.multidescent.report.TestCounts;

class ListenerThreadTest {

  private final CountDownLatch running = new CountDownLatch(1);
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());

  private static Optimum optimum(long id) {
    return new Optimum(
        id,
        new double[] {1},
        Estimate.exact(2),
        2,
        1,
        1,
        new Origin.Start(0),
        new DescentSummary(1, 1, false, DescentEnd.GRADIENT),
        List.of());
  }

  private static Progress progress(long steps, @Nullable Ending ending) {
    return new Progress(
        1, TestCounts.of(0, 0, steps, 0, 0, 0), 0, 0, Duration.ZERO, Rates.UNKNOWN, ending);
  }

  private ListenerThread thread(
      Duration interval,
      @Nullable Consumer<Progress> progress,
      @Nullable Consumer<Optimum> optimum,
      @Nullable Consumer<Result.Best> best) {
    return new ListenerThread(
        new Listeners(interval, progress, optimum, best, null),
        running,
        () -> progress(7, running.getCount() == 0 ? Ending.STEPS : null));
  }

  private static Result.Best best(double value) {
    return new Result.Best(new double[] {2.5}, value, Box.cube(0, 10, 1));
  }

  private void runToTheEnd(ListenerThread thread) {
    running.countDown();
    thread.start("listeners", System.nanoTime());
    assertThat(thread.join()).isFalse();
  }

  @Test
  void withoutAListenerThereIsNoThread() {
    ListenerThread thread = thread(Duration.ofHours(1), null, null, null);
    thread.start("listeners-of-nobody", System.nanoTime());
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(other -> other.getName().equals("listeners-of-nobody"));
    thread.discovered(() -> optimum(1));
    thread.improved(() -> best(1));
    assertThat(thread.join()).isFalse();
  }

  @Test
  void theLastProgressIsToldWhateverTheInterval() {
    runToTheEnd(thread(Duration.ofHours(1), now -> told.add(now.ending() + ""), null, null));
    assertThat(told).containsExactly("STEPS");
  }

  @Test
  void progressIsToldWhileTheSearchRuns() {
    AtomicInteger times = new AtomicInteger();
    ListenerThread thread = thread(Duration.ofNanos(1), now -> times.incrementAndGet(), null, null);
    thread.start("listeners", System.nanoTime());
    while (times.get() < 3) {
      Thread.onSpinWait();
    }
    running.countDown();
    assertThat(thread.join()).isFalse();
  }

  @Test
  void eachOptimumIsToldInOrder() {
    ListenerThread thread =
        thread(Duration.ofHours(1), null, optimum -> told.add("" + optimum.id()), null);
    thread.discovered(() -> optimum(3));
    thread.discovered(() -> optimum(1));
    runToTheEnd(thread);
    assertThat(told).containsExactly("3", "1");
  }

  @Test
  void ofBestValuesTheLatestIsTold() {
    ListenerThread thread =
        thread(Duration.ofHours(1), null, null, best -> told.add(best.toString()));
    thread.improved(() -> best(5));
    thread.improved(() -> best(4));
    runToTheEnd(thread);
    assertThat(told).containsExactly("4.0 at [2.5]");
  }

  @Test
  void whatAListenerThrowsIsDropped() {
    ListenerThread thread =
        thread(
            Duration.ofHours(1),
            now -> {
              throw new IllegalStateException();
            },
            optimum -> {
              told.add("" + optimum.id());
              throw new StackOverflowError();
            },
            null);
    thread.discovered(() -> optimum(1));
    thread.discovered(() -> optimum(2));
    runToTheEnd(thread);
    assertThat(told).containsExactly("1", "2");
  }
}
