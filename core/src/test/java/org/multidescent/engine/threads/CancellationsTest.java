package org.multidescent.engine.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.problem.Evaluator;

class CancellationsTest {

  private final Cancellations cancellations = new Cancellations();
  private final List<String> cancelled = Collections.synchronizedList(new ArrayList<>());

  private static Evaluator evaluator(@Nullable Runnable cancellation) {
    return new Evaluator() {

      @Override
      public double value(double[] x) {
        return 0;
      }

      @Override
      public double valueAndGradient(double[] x, double[] gradient) {
        return 0;
      }

      @Override
      public void values(double[] positions, int count, double[] values) {}

      @Override
      public @Nullable Runnable cancellation() {
        return cancellation;
      }
    };
  }

  private Evaluator named(String name) {
    return evaluator(() -> cancelled.add(name + " by " + Thread.currentThread().getName()));
  }

  @Test
  void allCallsAreCancelledByAThreadOfTheirOwn() {
    cancellations.add(named("one"));
    cancellations.add(evaluator(null));
    cancellations.add(named("two"));
    assertThat(cancelled).isEmpty();
    cancellations.start("cancel");
    assertThat(cancellations.join()).isFalse();
    assertThat(cancelled).containsExactly("one by cancel", "two by cancel");
  }

  @Test
  void oneThatFailsKeepsNoOtherFromBeingCancelled() {
    cancellations.add(
        evaluator(
            () -> {
              throw new IllegalStateException();
            }));
    cancellations.add(named("two"));
    cancellations.start("cancel");
    cancellations.join();
    assertThat(cancelled).containsExactly("two by cancel");
  }

  @Test
  void anEvaluatorThatIsMadeLaterIsCancelledAtOnce() {
    cancellations.start("cancel");
    cancellations.add(named("late"));
    assertThat(cancelled).containsExactly("late by " + Thread.currentThread().getName());
  }

  @Test
  void withoutCallsThereIsNoThread() {
    cancellations.start("cancel-nothing");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().equals("cancel-nothing"));
    assertThat(cancellations.join()).isFalse();
  }
}
