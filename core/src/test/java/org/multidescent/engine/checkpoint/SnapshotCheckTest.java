package org.multidescent.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.checkpoint.SavedFault;
import org.multidescent.checkpoint.SavedFrontier;
import org.multidescent.checkpoint.SavedLimits;
import org.multidescent.checkpoint.SavedPerturbation;
import org.multidescent.checkpoint.SavedPoint;
import org.multidescent.checkpoint.SavedRestart;
import org.multidescent.checkpoint.SavedStartRange;
import org.multidescent.checkpoint.SavedStarts;
import org.multidescent.checkpoint.SavedTask;
import org.multidescent.checkpoint.SavedTotals;
import org.multidescent.checkpoint.TaskKind;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Point;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.Counts;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Fault;
import org.multidescent.report.Origin;
import org.multidescent.report.TestCounts;

class SnapshotCheckTest {

  private static final SavedStartRange NO_STARTS = new SavedStartRange(0, 0, 0, 0);
  private static final Origin START = new Origin.Start(0);

  private final TestSnapshot snapshot = new TestSnapshot();
  private final TestSettings settings = new TestSettings();

  private static SavedPoint point(Origin origin, int taken, double... u) {
    Descent descent = Descent.standard();
    Point point = descent.newPoint(u.length);
    System.arraycopy(u, 0, point.position(), 0, u.length);
    descent.begin(point, 3, 1);
    return new SavedPoint(
        origin,
        3,
        new DescentSummary(1, 3, false, DescentEnd.UNDER_WAY),
        taken,
        point.save(),
        null);
  }

  private static Origin.Drawn drawn(double... u) {
    return new Origin.Polish(new Origin.Place(0, 0, new double[2], u));
  }

  private static SavedTask task(SavedLimits limits, SavedStartRange starts) {
    SavedTotals nothing =
        TestSnapshot.totals(Counts.NONE, Double.POSITIVE_INFINITY, Double.NaN, Double.NaN);
    return new SavedTask(0, TaskKind.COLD, true, nothing, limits, starts, null, null, null);
  }

  private void accept() {
    assertThatCode(() -> SnapshotCheck.require(snapshot.of(settings.make()), settings.make()))
        .doesNotThrowAnyException();
  }

  private void refuse(String what) {
    assertThatThrownBy(() -> SnapshotCheck.require(snapshot.of(settings.make()), settings.make()))
        .isInstanceOf(CheckpointException.class)
        .hasMessage("checkpoint: " + what + " (expected: what a search has kept)");
  }

  private void starts(long next, int sample, long evaluations, long drawn, long replacements) {
    snapshot.starts =
        new SavedStarts(next, new double[sample], evaluations, new long[] {drawn}, replacements);
  }

  @Test
  void whatASearchHasKeptIsAccepted() {
    accept();
    snapshot.frontier =
        new SavedFrontier(new double[0], new int[0], List.of(point(drawn(1, 1), -1, 0.5, 1)));
    snapshot.tasks =
        List.of(TestSnapshot.task(0, TaskKind.DESCENT, NO_STARTS, null, point(START, 2, 0, 0)));
    accept();
  }

  @Test
  void countsAreZeroOrMore() {
    snapshot.elapsedNanos = -1;
    refuse("elapsed: -1");
    snapshot.elapsedNanos = 1;
    snapshot.restart = new SavedRestart(-1, new double[0], new byte[0], new byte[0], new byte[0]);
    refuse("decisions: -1");
    snapshot.restart = new SavedRestart(1, new double[0], new byte[0], new byte[0], new byte[0]);
    snapshot.totals = TestSnapshot.totals(TestCounts.of(0, -1, 0, 0, 0, 0), 3, 0, 0);
    refuse("evaluations of gradients: -1");
  }

  @Test
  void theirSumsDoNotOverflow() {
    snapshot.totals = TestSnapshot.totals(TestCounts.of((1L << 60) + 1, 0, 0, 0, 0, 0), 3, 0, 0);
    refuse("evaluations of values: 1152921504606846977");
  }

  @Test
  void startsAreThoseOfTheSettings() {
    starts(4, 3, 4, 0, 0);
    refuse("3 values of the first starts");
    starts(-1, 4, 4, 0, 0);
    refuse("next start: -1");
    starts(4, 4, -2, 0, 0);
    refuse("initial evaluations: -1");
    starts(4, 4, 4, -3, 0);
    refuse("a start that was drawn: -3");
    starts(4, 4, 4, 0, -4);
    refuse("starts to be replaced: -4");
  }

  @Test
  void untilDescentsBeginEachInitialStartIsSomewhere() {
    snapshot.totals = TestSnapshot.totals(TestCounts.of(1, 0, 0, 1, 0, 0), 3, 0, 0);
    starts(4, 4, -1, 3, 0);
    snapshot.tasks =
        List.of(
            TestSnapshot.task(0, TaskKind.INITIAL, new SavedStartRange(1, 2, 0, 0), null, null));
    accept();
    starts(5, 4, -1, 3, 0);
    refuse("4 of 5 initial starts");
  }

  @Test
  void onlyTasksThatEvaluateStartsHaveSome() {
    SavedStartRange two = new SavedStartRange(1, 2, 0, 0);
    snapshot.tasks = List.of(TestSnapshot.task(0, TaskKind.STARTS, two, null, null));
    accept();
    snapshot.tasks =
        List.of(TestSnapshot.task(0, TaskKind.DESCENT, two, null, point(START, 2, 0, 0)));
    refuse("2 starts of a task DESCENT");
  }

  @Test
  void theBestLiesInsideTheBounds() {
    snapshot.totals = TestSnapshot.totals(Counts.NONE, 3, 0, 1.5);
    refuse("coordinate 1 of a position: 1.5");
    snapshot.totals = TestSnapshot.totals(Counts.NONE, 3, Double.NaN, 1);
    refuse("coordinate 0 of a position: NaN");
    snapshot.totals = TestSnapshot.totals(Counts.NONE, 3, 0, 0, 0);
    refuse("3 coordinates of the best");
    snapshot.totals = TestSnapshot.totals(Counts.NONE, Double.NEGATIVE_INFINITY, 0, 0);
    refuse("best: -Infinity");
    snapshot.totals = TestSnapshot.totals(Counts.NONE, Double.NaN, 0, 0);
    refuse("best: NaN");
  }

  @Test
  void theDescentOfTheBestBeganSomewhere() {
    SavedDescent descent =
        new SavedDescent(drawn(1), new DescentSummary(1, 3, false, DescentEnd.UNDER_WAY));
    snapshot.totals =
        new SavedTotals(
            Counts.NONE,
            3,
            new double[2],
            descent,
            new long[Fault.Kind.values().length],
            List.of());
    refuse("1 coordinates of a position");
  }

  @Test
  void faultsAreOfKnownKindsAndHaveAPosition() {
    snapshot.totals = new SavedTotals(Counts.NONE, 3, new double[2], null, new long[2], List.of());
    refuse("2 kinds of faults");
    SavedFault fault = new SavedFault(Fault.Kind.NAN, new double[1], 0, null);
    snapshot.totals =
        new SavedTotals(
            Counts.NONE,
            3,
            new double[2],
            null,
            new long[Fault.Kind.values().length],
            List.of(fault));
    refuse("1 coordinates of a fault");
  }

  @Test
  void whatWaitsHasValuesAndIndices() {
    snapshot.frontier = new SavedFrontier(new double[1], new int[2], List.of());
    refuse("values of the starts that wait");
    snapshot.frontier = new SavedFrontier(new double[] {Double.NaN}, new int[1], List.of());
    refuse("the value of a start that waits");
    snapshot.frontier = new SavedFrontier(new double[1], new int[] {-7}, List.of());
    refuse("a start that waits: -7");
    snapshot.frontier =
        new SavedFrontier(new double[0], new int[0], List.of(point(START, -2, 0, 0)));
    refuse("steps of a slice: -2");
    snapshot.frontier =
        new SavedFrontier(new double[0], new int[0], List.of(point(START, -1, 0, -0.1)));
    refuse("coordinate 1 of a position: -0.1");
    snapshot.frontier =
        new SavedFrontier(new double[0], new int[0], List.of(point(drawn(0, 2), -1, 0, 0)));
    refuse("coordinate 1 of a position: 2.0");
  }

  @Test
  void eachTaskHasAnIndexOfItsOwn() {
    snapshot.tasks =
        List.of(task(TestSnapshot.LIMITS, NO_STARTS), task(TestSnapshot.LIMITS, NO_STARTS));
    refuse("a task of index 0");
    settings.lanes(1);
    snapshot.tasks = List.of(TestSnapshot.task(1, TaskKind.COLD, NO_STARTS, null, null));
    refuse("a task of index 1");
  }

  @Test
  void aTaskHasWhatItsKindNeeds() {
    snapshot.tasks = List.of(TestSnapshot.task(0, TaskKind.DESCENT, NO_STARTS, null, null));
    refuse("a descent without a point");
    snapshot.tasks = List.of(TestSnapshot.task(0, TaskKind.PERTURBATION, NO_STARTS, null, null));
    refuse("a perturbation without candidates");
  }

  @Test
  void aPerturbationHasItsCandidates() {
    for (double[] candidates : Arrays.asList(new double[3], new double[0])) {
      snapshot.tasks =
          List.of(
              TestSnapshot.task(
                  0,
                  TaskKind.PERTURBATION,
                  NO_STARTS,
                  new SavedPerturbation(drawn(), 2, candidates),
                  null));
      refuse("2 candidates of a perturbation");
    }
    snapshot.tasks =
        List.of(
            TestSnapshot.task(
                0,
                TaskKind.PERTURBATION,
                NO_STARTS,
                new SavedPerturbation(drawn(), 0, new double[0]),
                null));
    refuse("0 candidates of a perturbation");
    snapshot.tasks =
        List.of(
            TestSnapshot.task(
                0,
                TaskKind.PERTURBATION,
                NO_STARTS,
                new SavedPerturbation(drawn(), 1, new double[] {0, Double.NaN}),
                null));
    refuse("a candidate of a perturbation");
  }

  @Test
  void nothingMoreIsLeftOfATaskThanWasGranted() {
    snapshot.tasks = List.of(task(new SavedLimits(-1, 0, 0, 0, 0, 0, 1, 0), NO_STARTS));
    refuse("evaluations granted: -1");
    snapshot.tasks = List.of(task(new SavedLimits(5, 6, 0, 0, 0, 0, 1, 0), NO_STARTS));
    refuse("evaluations left: 6");
    snapshot.tasks = List.of(task(new SavedLimits(5, 5, 7, 8, 0, 0, 1, 0), NO_STARTS));
    refuse("steps left: 8");
    snapshot.tasks = List.of(task(new SavedLimits(5, 5, 7, 7, -1, 0, 1, 0), NO_STARTS));
    refuse("exceptions before a task: -1");
    snapshot.tasks = List.of(task(new SavedLimits(5, 5, 7, 7, 0, 0, -1, 0), NO_STARTS));
    refuse("the allowance of a task: -1");
    snapshot.tasks = List.of(task(new SavedLimits(5, 5, 7, 7, 0, 0, 1, -1), NO_STARTS));
    refuse("the noise checks of a task: -1");
  }

  @Test
  void theStartsOfATaskAreFewEnoughForAnArray() {
    int many = (1 << 20) + 1;
    snapshot.tasks = List.of(task(TestSnapshot.LIMITS, new SavedStartRange(0, many, 0, 0)));
    refuse("the starts of a task: " + many);
    snapshot.tasks = List.of(task(TestSnapshot.LIMITS, new SavedStartRange(0, 0, many, 0)));
    refuse("the starts a task lacks: " + many);
    snapshot.tasks = List.of(task(TestSnapshot.LIMITS, new SavedStartRange(-1, 0, 0, 0)));
    refuse("the first start of a task: -1");
    long last = Integer.MAX_VALUE;
    snapshot.tasks = List.of(task(TestSnapshot.LIMITS, new SavedStartRange(last + 1, 0, 0, 0)));
    refuse("the first start of a task: 2147483648");
    snapshot.tasks = List.of(task(TestSnapshot.LIMITS, new SavedStartRange(last, 2, 0, 0)));
    refuse("the last start of a task: 2147483649");
  }
}
