package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Stall;
import org.multidescent.engine.budget.TaskCounters;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.settings.SharingMode;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Counts;
import org.multidescent.report.Ending;
import org.multidescent.report.Origin;

class WorkerTest {

  /** Gives tasks one after the other, and keeps what it is told. */
  private static final class Script implements Schedule {

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final List<String> told = new ArrayList<>();
    private final TaskCounters counters;
    private @Nullable RuntimeException failure;

    private Script(TaskCounters counters) {
      this.counters = counters;
    }

    @Override
    public @Nullable Task next(@Nullable Task done, Worker worker) {
      if (done != null) {
        told.add("done " + done.kind);
      }
      if (failure != null) {
        throw failure;
      }
      return tasks.poll();
    }

    @Override
    public void leave(Worker worker) {
      told.add("left");
    }

    @Override
    public List<TaskCounters> counters() {
      return List.of(counters);
    }

    @Override
    public <T> @Nullable T still(long patienceNanos, Supplier<T> work) {
      return null;
    }

    @Override
    public List<SavedTask> save(boolean asDispatched) {
      return List.of();
    }

    @Override
    public void restore(List<SavedTask> saved) {
      throw new IllegalStateException();
    }

    @Override
    public void close() {
      throw new IllegalStateException();
    }

    @Override
    public long waiting() {
      return 0;
    }

    @Override
    public void noiseFound() {
      throw new IllegalStateException();
    }

    @Override
    public long evaluations() {
      return 0;
    }

    @Override
    public void offer(BestPositions to) {
      throw new IllegalStateException();
    }

    @Override
    public InitialStarts initialStarts() {
      throw new IllegalStateException();
    }
  }

  private final TestSettings settings = new TestSettings().lanes(1);
  private EngineState state;
  private Task task;
  private Script script;

  private void make(long evaluations) {
    state = Fixture.state(settings.make());
    task = Task.lane(0, state, 0, (task, wanted) -> 0);
    task.counters.begin(3, evaluations, 1_000, Double.POSITIVE_INFINITY, 0);
    script = new Script(task.counters);
  }

  private void run() {
    script.tasks.add(task);
    new Worker(
            state,
            script,
            new SharingBoard(1, SharingMode.NEVER),
            null,
            0,
            evaluator -> script.told.add("last"))
        .run();
  }

  @Test
  void aWorkerLeavesWhenThereAreNoMoreTasks() {
    make(100);
    run();
    assertThat(script.told).containsExactly("done NONE", "left", "last");
    assertThat(state.termination().isEnded()).isFalse();
  }

  @Test
  void startsAreEvaluatedUpToTheFirstWithoutAValue() {
    settings.problem(Problem.of(x -> x[0] > 0.7 ? Double.NaN : x[0], Box.cube(0, 1, 2)));
    make(100);
    task.evaluate(TaskKind.STARTS, 0, 9);
    run();
    assertThat(task.done).isBetween(1, 8);
    for (int k = 0; k < task.done - 1; k++) {
      assertThat(task.values[k]).isFinite();
    }
    assertThat(task.values[task.done - 1]).isNaN();
    assertThat(task.counters.counts().valueEvaluations()).isEqualTo(task.done);
    assertThat(task.cut).isFalse();
  }

  @Test
  void startsOfABatchAreEvaluatedTogether() {
    List<Integer> batches = new ArrayList<>();
    settings.problem(
        Problems.batch((positions, count, values) -> batches.add(count), Box.cube(0, 1, 2)));
    make(100);
    task.evaluate(TaskKind.STARTS, 0, 9);
    run();
    assertThat(batches).containsExactly(9);
    assertThat(task.done).isEqualTo(9);
  }

  @Test
  void aTaskWithoutEvaluationsIsCutShort() {
    make(4);
    task.evaluate(TaskKind.STARTS, 0, 9);
    run();
    assertThat(task.done).isEqualTo(4);
    assertThat(task.cut).isTrue();
    assertThat(task.counters.spent()).isEqualTo(Ending.EVALUATIONS);
    assertThat(script.told).containsExactly("done STARTS", "left", "last");
  }

  @Test
  void aStartDescendsUntilItStalls() {
    make(10_000);
    double[] u = new double[2];
    double[] x = new double[2];
    state.startSource().locate(2, u);
    state.settings().path().coordinates().toProblem(u, 0, x, 0);
    task.kind = TaskKind.COLD;
    task.start = 2;
    task.value = state.settings().problem().evaluator().value(x);
    run();
    assertThat(task.kind).isEqualTo(TaskKind.DESCENT);
    assertThat(task.stall).isNotNull();
    assertThat(task.live.origin).isEqualTo(new Origin.Start(2));
    assertThat(task.live.point.value()).isLessThan(1e-6);
    Counts counts = task.counters.counts();
    assertThat(task.live.evaluations).isEqualTo(counts.evaluations());
    assertThat(task.live.point.steps()).isEqualTo(counts.steps());
  }

  @Test
  void aSliceEndsAfterItsSteps() {
    settings.slice(1);
    make(10_000);
    task.kind = TaskKind.COLD;
    task.start = 2;
    task.value = 5;
    run();
    assertThat(task.taken).isOne();
    assertThat(task.stall).isNull();
    assertThat(task.counters.counts().steps()).isOne();
  }

  @Test
  void aPointThatHasStalledBeforeIsNotMoved() {
    make(100);
    task.kind = TaskKind.DESCENT;
    task.live = Fixture.worker(state, script).factory().from(new Origin.Start(1), 5, 5);
    task.live.stall = Stall.PLATEAU;
    run();
    assertThat(task.stall).isEqualTo(Stall.PLATEAU);
    assertThat(task.counters.counts()).isEqualTo(Counts.NONE);
  }

  @Test
  void candidatesWithoutAValueAreMissed() {
    settings.problem(Problem.of(x -> Double.NaN, Box.cube(0, 1, 2)));
    make(100);
    perturb(0.25, 0.5);
    run();
    assertThat(task.kind).isEqualTo(TaskKind.PERTURBATION);
    assertThat(task.missed).containsExactly(0.25, 0.5);
    assertThat(task.counters.counts().perturbations()).isZero();
  }

  @Test
  void theLowestCandidateDescends() {
    make(10_000);
    perturb(0.25, 0.5, 0.5, 0.5);
    run();
    assertThat(task.kind).isEqualTo(TaskKind.DESCENT);
    assertThat(task.live.origin).isInstanceOf(Origin.Perturbation.class);
    assertThat(task.counters.counts().perturbations()).isOne();
    assertThat(task.missed).isNull();
  }

  @Test
  void whatFailsEndsTheSearch() {
    make(100);
    script.failure = new ArithmeticException();
    run();
    assertThat(state.termination().cause()).isSameAs(script.failure);
    assertThat(state.termination().isBroken()).isTrue();
    assertThat(script.told).containsExactly("left", "last");
  }

  private void perturb(double... candidates) {
    Origin.Place nowhere = new Origin.Place(0, 1, new double[0], new double[0]);
    task.perturbation =
        new DrawnPerturbation(
            new SavedPerturbation(
                new Origin.Perturbation("some", nowhere), candidates.length / 2, candidates));
    task.number = 1;
    task.kind = TaskKind.PERTURBATION;
  }
}
