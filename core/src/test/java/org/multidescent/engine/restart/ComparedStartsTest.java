package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;

class ComparedStartsTest {

  private static final Problem SQUARE = Problem.of(x -> x[0], Box.cube(0, 1, 2));

  private final ComparedStarts starts = new ComparedStarts(WorkingCoordinates.unitBox(SQUARE));

  @Test
  void oneAtATimeAddsStarts() {
    assertThat(starts.begin()).isTrue();
    assertThat(starts.begin()).isFalse();
    starts.end();
    assertThat(starts.begin()).isTrue();
  }

  @Test
  void startsAreComparedWhileItIsPreferredAndUntilNoneWaits() {
    assertThat(starts.areCompared()).isFalse();
    starts.preferDistant(true);
    assertThat(starts.areCompared()).isTrue();
    starts.add(3, 1, new double[] {0.2, 0.2});
    starts.preferDistant(false);
    assertThat(starts.areCompared()).isTrue();
    assertThat(starts.take()).isEqualTo(new WaitingStart(3, 1));
    assertThat(starts.areCompared()).isFalse();
  }

  @Test
  void thoseOfACheckpointWait() {
    starts.add(3, 1, new double[] {0.2, 0.2});
    starts.addOptimum(0, new double[] {0.1, 0.1});
    ComparedStarts again = new ComparedStarts(WorkingCoordinates.unitBox(SQUARE));
    again.restore(starts.save());
    assertThat(again.waiting()).isOne();
    assertThat(again.hasRoom()).isTrue();
  }

  /** One thread adds while another takes: each start is taken once, dropped, or waits. */
  @Test
  void noStartIsLostWhileOneAddsAndAnotherTakes() throws InterruptedException {
    starts.preferDistant(true);
    int all = 20_000;
    AtomicLong dropped = new AtomicLong();
    Thread adds =
        new Thread(
            () -> {
              SplittableRandom random = new SplittableRandom(4);
              for (int k = 0; k < all; k++) {
                double[] u = {random.nextDouble(), random.nextDouble()};
                dropped.addAndGet(starts.add(k, random.nextDouble(), u));
              }
            });
    ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();
    adds.start();
    while (adds.isAlive()) {
      WaitingStart next = starts.take();
      if (next != null) {
        taken.add(next.start());
      }
    }
    adds.join();
    List<Long> list = new ArrayList<>(taken);
    Set<Long> distinct = new HashSet<>(list);
    assertThat(distinct).hasSameSizeAs(list);
    assertThat(dropped.get()).isEqualTo(starts.dropped());
    assertThat(list.size() + dropped.get() + starts.waiting()).isEqualTo(all);
  }
}
