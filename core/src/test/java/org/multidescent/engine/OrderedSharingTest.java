package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.multidescent.engine.budget.Termination;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.SharedEvaluations;
import org.multidescent.evaluation.StopSearch;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;

class OrderedSharingTest {

  private static final Problem PLAIN = Problem.of(x -> x[0], Box.cube(0, 1, 2));

  private final ReentrantLock lock = new ReentrantLock();
  private final IdleWorkers idle = new IdleWorkers(lock);
  private final Termination termination = new Termination();

  private static PostedEvaluations posted(long place, int count) {
    SharedEvaluations shared = SharedEvaluations.of(new double[2 * count], count, 2);
    return new PostedEvaluations(shared, place, count);
  }

  @Test
  void theTaskWhoseTurnComesFirstIsServedFirst() {
    PostedEvaluations later = posted(9, 3);
    PostedEvaluations first = posted(4, 3);
    idle.post(later);
    assertThat(idle.next()).isSameAs(later);
    idle.post(first);
    assertThat(idle.next()).isSameAs(first);
    idle.remove(first);
    assertThat(idle.next()).isSameAs(later);
    later.evaluations().stop();
    assertThat(idle.next()).isNull();
    assertThat(idle.isAny()).isFalse();
  }

  @Test
  void whatIsThrownIsKept() {
    PostedEvaluations posted = posted(0, 2);
    Exception cause = new IllegalStateException("no");
    posted.threw(1, cause);
    assertThat(posted.thrown(0)).isNull();
    assertThat(posted.thrown(1)).isSameAs(cause);
  }

  @Test
  void nobodySharesAloneNorUnderConstraintsNorWhereItIsOff() {
    Problem constrained =
        PLAIN.subjectTo(Constraints.of((x, values) -> values[0] = x[0] - .5, 1, 0));
    assertThat(sharing(new TestSettings().problem(PLAIN).lanes(2).workers(1))).isNull();
    assertThat(sharing(new TestSettings().problem(constrained).lanes(2).workers(2))).isNull();
  }

  private OrderedSharing sharing(TestSettings made) {
    SearchSettings settings = made.make();
    OrderedSchedule schedule = new OrderedSchedule(Fixture.state(settings));
    ForwardingCounters counters = new ForwardingCounters(schedule.counters().get(0));
    return OrderedSharing.of(schedule, settings, counters, termination);
  }

  @Test
  void aTaskGetsMoreWhenItHasItsTurn() {
    SearchSettings settings =
        new TestSettings()
            .problem(PLAIN)
            .lanes(2)
            .budget(
                Budget.target(-1)
                    .or(Budget.evaluations(100))
                    .or(Budget.steps(30))
                    .or(Budget.time(Duration.ofHours(1))))
            .make();
    UngrantedBudget ungranted = new UngrantedBudget(settings);
    ArrayDeque<Task> underWay = new ArrayDeque<>();
    LaterGrants more =
        new LaterGrants(lock, idle, underWay, ungranted, termination, new TaskAllotment(settings));
    Task first = Task.lane(0, Fixture.state(settings), 0, more);
    Task second = Task.lane(1, Fixture.state(settings), 0, more);
    first.counters.begin(0, 5, 1, 0, 0);
    second.counters.begin(1, 5, 1, 0, 0);
    underWay.add(first);
    underWay.add(second);
    assertThat(more.more(first.counters, 1)).isEqualTo(8 * 3 + 64);
    assertThat(more.more(first.counters, 50)).isEqualTo(100 - 8 * 3 - 64);
    assertThat(more.more(first.counters, 1)).isZero();
    termination.endAt(1, Ending.TARGET);
    assertThatThrownBy(() -> more.more(second.counters, 1)).isSameAs(StopSearch.INSTANCE);
    assertThat(second.waits).isFalse();
  }
}
