package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Stall;
import org.multidescent.engine.restart.DescentFactory;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.frontier.Frontier;
import org.multidescent.report.Origin;
import org.multidescent.report.TestCounts;
import org.multidescent.restart.RestartStrategy;

class TaskCommitterTest {

  /** Keeps what the committer tells. */
  private static final class Told implements TaskCommitter.Order {

    private final List<String> told = new ArrayList<>();
    private int admitted = Integer.MAX_VALUE;

    @Override
    public void admit() {
      if (admitted-- == 0) {
        throw StopSearch.INSTANCE;
      }
    }

    @Override
    public void stalled(Task task) {
      told.add("stalled");
    }

    @Override
    public void replaced(int count) {
      told.add("replaced by " + count);
    }

    @Override
    public void initialised(Task task, int count) {
      told.add("initialised " + count);
    }

    @Override
    public long evaluations() {
      return 40;
    }

    @Override
    public void draw(Task task) {
      told.add("draw");
      task.outstanding--;
      task.evaluate(TaskKind.STARTS, 100, 1);
    }
  }

  private final TestSettings settings = new TestSettings().lanes(1).starts(4);
  private final Told order = new Told();
  private EngineState state;
  private InitialStarts initial;
  private TaskCommitter committer;
  private Frontier.Access<LivePoint> access;
  private DescentFactory factory;
  private Task task;

  private void make() {
    state = Fixture.state(settings.make());
    initial = new InitialStarts(state, 1);
    committer = new TaskCommitter(state, initial, order);
    access = state.frontier().access(0);
    task = Task.lane(0, state, 0, (task, wanted) -> 0);
    factory =
        new DescentFactory(
            state.settings(),
            state.startSource(),
            state.valueScale(),
            new CountedOracle(
                state.settings().problem(),
                state.settings().path().coordinates(),
                state.settings().path().descent().differences(),
                task.counters),
            () -> Double.POSITIVE_INFINITY,
            state.noise());
  }

  private void makeOpen() {
    make();
    initial.open(0, 4);
  }

  private void commit() {
    committer.commit(task, access, factory);
  }

  private void evaluated(TaskKind kind, long first, double... values) {
    task.evaluate(kind, first, values.length);
    System.arraycopy(values, 0, task.values, 0, values.length);
    task.done = values.length;
  }

  private void stalled(Stall stall) {
    task.descend(factory.start(1, 5));
    task.stall = stall;
  }

  @Test
  void initialStartsGoIntoTheFrontier() {
    make();
    evaluated(TaskKind.INITIAL, 0, 7, 6);
    commit();
    access.seal();
    assertThat(order.told).containsExactly("initialised 2");
    assertThat(state.frontier().size()).isEqualTo(2);
    assertThat(task.counters.counts()).isEqualTo(TestCounts.of(0, 0, 0, 2, 0, 0));
    assertThat(state.valueScale().save()).startsWith(7, 6);
    assertThat(task.kind).isEqualTo(TaskKind.INITIAL);
    assertThat(task.start).isZero();
  }

  @Test
  void aStartWithoutAValueStallsAndIsReplacedLater() {
    make();
    evaluated(TaskKind.INITIAL, 0, Double.NaN);
    commit();
    assertThat(order.told).containsExactly("stalled", "initialised 1");
    assertThat(task.counters.counts()).isEqualTo(TestCounts.of(0, 0, 0, 1, 0, 1));
    assertThat(state.startSource().replacements()).isOne();
  }

  @Test
  void ofStartsOnlyThoseThatAreAdmittedCount() {
    makeOpen();
    order.admitted = 0;
    evaluated(TaskKind.STARTS, 10, 3, Double.NaN, 4);
    assertThat(catchThrowable(this::commit)).isSameAs(StopSearch.INSTANCE);
    assertThat(task.start).isEqualTo(11);
    assertThat(task.count).isEqualTo(2);
    assertThat(state.frontier().size()).isOne();
  }

  @Test
  void whatIsLeftOfATasksStartsComesNext() {
    makeOpen();
    evaluated(TaskKind.STARTS, 10, 3, 4);
    task.done = 1;
    commit();
    assertThat(task.kind).isEqualTo(TaskKind.STARTS);
    assertThat(task.start).isEqualTo(11);
    assertThat(task.count).isOne();
    assertThat(task.done).isZero();
  }

  @Test
  void theLeadDescendsAtOnce() {
    settings.starts(4, 1);
    make();
    evaluated(TaskKind.INITIAL, 0, 7);
    commit();
    assertThat(task.kind).isEqualTo(TaskKind.COLD);
    assertThat(task.start).isZero();
    assertThat(task.value).isEqualTo(7);
    access.seal();
    assertThat(state.frontier().size()).isZero();
  }

  @Test
  void aDescentThatStallsBeforeOthersAreEvaluatedIsHeld() {
    settings.starts(4, 1);
    make();
    stalled(Stall.GRADIENT);
    LivePoint live = task.live;
    commit();
    assertThat(initial.held()).isSameAs(live);
    assertThat(live.stall).isEqualTo(Stall.GRADIENT);
    assertThat(task.kind).isEqualTo(TaskKind.INITIAL);
    assertThat(order.told).isEmpty();
  }

  @Test
  void freshStartsTakeAStalledPointsPlace() {
    settings.restart(RestartStrategy.fresh(3));
    makeOpen();
    stalled(Stall.GRADIENT);
    commit();
    assertThat(order.told).containsExactly("stalled", "replaced by 3", "draw");
    assertThat(task.kind).isEqualTo(TaskKind.STARTS);
    assertThat(task.outstanding).isEqualTo(2);
    assertThat(task.live).isNull();
    assertThat(task.stall).isNull();
    assertThat(task.counters.counts().stalls()).isOne();
    assertThat(state.coordinator().bestOptima(9)).hasSize(1);
  }

  @Test
  void withNothingToDoNothingIsDone() {
    settings.restart(RestartStrategy.none());
    makeOpen();
    stalled(Stall.GRADIENT);
    commit();
    assertThat(task.kind).isEqualTo(TaskKind.NONE);
    assertThat(order.told).containsExactly("stalled", "replaced by 0");
  }

  @Test
  void theBestThatWaitsComesNext() {
    settings.restart(RestartStrategy.none());
    makeOpen();
    access.offerStart(5, 8);
    LivePoint waiting = factory.start(2, 4);
    access.offer(4, waiting);
    stalled(Stall.GRADIENT);
    commit();
    assertThat(task.kind).isEqualTo(TaskKind.DESCENT);
    assertThat(task.live).isSameAs(waiting);
    task.stall = Stall.PLATEAU;
    commit();
    assertThat(task.kind).isEqualTo(TaskKind.COLD);
    assertThat(task.start).isEqualTo(8);
    assertThat(task.value).isEqualTo(5);
  }

  @Test
  void aStartIsReplacedWhenNothingElseWaits() {
    settings.restart(RestartStrategy.none());
    makeOpen();
    state.startSource().replaceLater(1);
    stalled(Stall.GRADIENT);
    commit();
    assertThat(order.told).endsWith("draw");
    assertThat(state.startSource().replacements()).isZero();
  }

  @Test
  void afterASliceABetterPointTakesTheTask() {
    settings.slice(2);
    makeOpen();
    LivePoint mine = factory.start(1, 5);
    LivePoint better = factory.start(2, 4);
    task.descend(mine);
    task.taken = 2;
    access.offer(6, factory.start(3, 6));
    commit();
    assertThat(task.live).isSameAs(mine);
    assertThat(task.taken).isZero();
    access.offer(4, better);
    task.taken = 1;
    commit();
    assertThat(task.live).isSameAs(mine);
    task.taken = 2;
    commit();
    assertThat(task.live).isSameAs(better);
    assertThat(access.poll()).isTrue();
    assertThat(access.point()).isSameAs(mine);
  }

  @Test
  void aStepThatLackedEvaluationsBeginsItsDescentAgainWithFourTimesAsMany() {
    makeOpen();
    LivePoint live = factory.start(1, 5);
    task.descend(live);
    task.taken = 7;
    task.counters.begin(0, 0, 0, 5, 0);
    assertThat(catchThrowable(task.counters::beforeValue)).isSameAs(StopSearch.INSTANCE);
    commit();
    assertThat(task.allowance).isEqualTo(4);
    assertThat(task.kind).isEqualTo(TaskKind.DESCENT);
    assertThat(task.live.origin).isEqualTo(new Origin.Start(1));
    assertThat(task.live.startValue).isEqualTo(5);
    assertThat(task.taken).isZero();
    assertThat(order.told).isEmpty();
  }

  @Test
  void theDescentThatFoundTheTasksBestTellsItsEnd() {
    makeOpen();
    stalled(Stall.VALUE);
    LivePoint live = task.live;
    task.counters.begin(0, 9, 9, 9, 0);
    task.counters.source().descent(live.origin, 9, false, 0);
    task.counters.after(5, live.point.position(), 0);
    commit();
    assertThat(task.counters.source().found().summary().end().name()).isEqualTo("GAVE_UP");
  }
}
