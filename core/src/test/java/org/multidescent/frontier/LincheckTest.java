package org.multidescent.frontier;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.jetbrains.lincheck.datastructures.verifier.EpsilonVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Small scenarios, explored by Lincheck. The exact frontier is linearizable with respect to itself
 * run by one thread; of the relaxed one only conservation is asked. Lincheck misses races on plain
 * fields on newer runtimes, which {@link #findsARace} would show. More of them with {@code
 * -DargLine=-Dlincheck.effort=5}.
 */
@EnabledForJreRange(max = JRE.JAVA_17)
class LincheckTest {

  private static final int EFFORT = Integer.getInteger("lincheck.effort", 1);

  @Test
  void findsARace() {
    assertThatThrownBy(() -> modelChecking().check(RacyCounter.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void findsWhatIsLost() {
    assertThatThrownBy(
            () -> modelChecking().verifier(EpsilonVerifier.class).check(LossyCounter.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  @Test
  void lockedFrontierIsLinearizable() {
    modelChecking().check(LincheckScenario.Locked.class);
  }

  @Test
  void relaxedFrontierConserves() {
    modelChecking().verifier(EpsilonVerifier.class).check(LincheckScenario.Relaxed.class);
  }

  private static ModelCheckingOptions modelChecking() {
    return new ModelCheckingOptions()
        .iterations(4 * EFFORT)
        .invocationsPerIteration(50 * EFFORT)
        .minimizeFailedScenario(false)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(2)
        .actorsAfter(1);
  }

  /** A counter that loses increments. */
  public static class RacyCounter {

    private int count;

    @Operation
    public int increment() {
      return ++count;
    }
  }

  /** A counter that loses increments, as its validation tells. */
  public static class LossyCounter {

    private final AtomicInteger calls = new AtomicInteger();
    private int count;

    @Operation
    public void increment() {
      count++;
      calls.incrementAndGet();
    }

    @Validate
    public void countsAll() {
      if (count != calls.get()) {
        throw new IllegalStateException("count: " + count + " (expected: " + calls + ")");
      }
    }
  }
}
