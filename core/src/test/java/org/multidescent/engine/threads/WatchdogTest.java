package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.Termination;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;

class WatchdogTest {

  private final Termination termination = new Termination();
  private final CountDownLatch running = new CountDownLatch(1);

  private Watchdog watchdog(Duration time, boolean late, BooleanSupplier started) {
    CallTimeouts none = new CallTimeouts(FailurePolicy.stop(), termination, "call-");
    return new Watchdog(termination, running, none, time, late, started);
  }

  private void awaitEnd() {
    while (!termination.isEnded()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theSearchEndsWhenItsTimeIsUp() {
    Watchdog watchdog = watchdog(Duration.ofMillis(1), false, () -> true);
    watchdog.start("watchdog", System.nanoTime());
    awaitEnd();
    assertThat(termination.ending()).isEqualTo(Ending.TIME);
    running.countDown();
    assertThat(watchdog.join()).isFalse();
  }

  @Test
  void timeTakenBeforeCounts() {
    Watchdog watchdog = watchdog(Duration.ofHours(1), false, () -> true);
    watchdog.start("watchdog", System.nanoTime() - Duration.ofHours(2).toNanos());
    awaitEnd();
    assertThat(termination.ending()).isEqualTo(Ending.TIME);
    running.countDown();
    watchdog.join();
  }

  @Test
  void aLateClockWaitsForTheFirstCall() {
    AtomicBoolean started = new AtomicBoolean();
    CountDownLatch asked = new CountDownLatch(3);
    Watchdog watchdog =
        watchdog(
            Duration.ofNanos(1),
            true,
            () -> {
              asked.countDown();
              return started.get();
            });
    watchdog.start("watchdog", System.nanoTime() - Duration.ofHours(2).toNanos());
    while (asked.getCount() > 0) {
      Thread.onSpinWait();
    }
    assertThat(termination.isEnded()).isFalse();
    started.set(true);
    awaitEnd();
    assertThat(termination.ending()).isEqualTo(Ending.TIME);
    running.countDown();
    watchdog.join();
  }

  @Test
  void withoutALimitThereIsNoThread() {
    Watchdog watchdog = watchdog(Budget.FOREVER, false, () -> true);
    watchdog.start("watchdog-without-work", System.nanoTime());
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("watchdog-without-work"));
    assertThat(watchdog.join()).isFalse();
  }
}
