package org.multidescent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.engine.restart.DrawnPerturbation;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Origin;

class TaskAllotmentTest {

  private static final Box BOX = Box.cube(0, 1, 2);

  /** The evaluations of a gradient of two coordinates with the value they are compared with. */
  private static final int GRADIENT = 3;

  private final TestSettings settings = new TestSettings().lanes(2);
  private final Task task = Task.lane(0, Fixture.state(settings.make()), 0, (task, wanted) -> 0);

  private TaskAllotment allotment() {
    return new TaskAllotment(settings.make());
  }

  private void hasStarts(TaskKind kind, int count) {
    task.evaluate(kind, 0, count);
  }

  @Test
  void aDescentIsAShareOfWhatIsFree() {
    task.kind = TaskKind.DESCENT;
    assertThat(allotment().part(task, 4_000)).isEqualTo(2_000);
    assertThat(allotment().part(task, 0)).isEqualTo(2 * GRADIENT);
    assertThat(allotment().part(task, Long.MAX_VALUE)).isEqualTo(1024 * GRADIENT);
  }

  @Test
  void startsAndCandidatesComeBeforeIt() {
    hasStarts(TaskKind.STARTS, 7);
    assertThat(allotment().part(task, 4_000)).isEqualTo(2_007);
    task.kind = TaskKind.PERTURBATION;
    Origin.Drawn origin = new Origin.Polish(new Origin.Place(0, 0, new double[0], new double[0]));
    task.perturbation = new DrawnPerturbation(new SavedPerturbation(origin, 9, new double[18]));
    assertThat(allotment().part(task, 4_000)).isEqualTo(2_009);
  }

  @Test
  void initialStartsAreEvaluatedAndNoMore() {
    hasStarts(TaskKind.INITIAL, 7);
    assertThat(allotment().part(task, 4_000)).isEqualTo(7);
    assertThat(allotment().slack(task)).isZero();
  }

  @Test
  void constraintsThatComeApartAreEvaluationsOfTheirOwn() {
    settings.problem(
        Problem.of(x -> x[0], BOX)
            .subjectTo(Constraints.of((x, values) -> values[0] = x[0], 1, 0)));
    hasStarts(TaskKind.INITIAL, 7);
    assertThat(allotment().part(task, 4_000)).isEqualTo(14);
  }

  @Test
  void theLastStepMayUseSomeMoreTheMoreOftenItLackedThem() {
    task.kind = TaskKind.COLD;
    assertThat(allotment().slack(task)).isEqualTo(2 * GRADIENT);
    task.allowance = 4;
    assertThat(allotment().slack(task)).isEqualTo(4 * (8 * GRADIENT + 64));
  }

  @Test
  void someAreKeptForTheTaskThatHasItsTurn() {
    assertThat(allotment().reserve(Long.MAX_VALUE)).isEqualTo(8 * GRADIENT + 64);
    assertThat(allotment().reserve(60)).isEqualTo(30);
    assertThat(allotment().reserve(0)).isEqualTo(2 * GRADIENT);
  }

  @Test
  void aNoisyObjectivesEstimateIsCoveredToo() {
    settings.problem(Problems.stochastic((x, sample) -> x[0], BOX));
    task.kind = TaskKind.COLD;
    assertThat(allotment().margin()).isEqualTo(8 * GRADIENT + 64 + Reestimation.MOST);
  }

  @Test
  void stepsAreThoseOfASliceUpToALimit() {
    assertThat(allotment().steps()).isEqualTo(1024);
    settings.slice(9);
    assertThat(allotment().steps()).isEqualTo(9);
  }

  @Test
  void stepsOfABatchObjectiveAreFew() {
    settings.problem(Problem.of(x -> x[0], BOX).inBatches());
    assertThat(allotment().steps()).isEqualTo(64);
  }
}
