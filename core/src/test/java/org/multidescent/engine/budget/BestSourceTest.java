package org.multidescent.engine.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

class BestSourceTest {

  private static final Origin START = new Origin.Start(4);
  private static final double[] U = {0.5, 0.25, 0.75, 1};

  private final Problem problem = Problem.of(x -> x[0], Box.cube(0, 10, 2));
  private final BestSource source = new BestSource(WorkingCoordinates.unitBox(problem));

  private static SavedDescent found(Origin origin, long evaluations, double best, boolean refined) {
    return new SavedDescent(
        origin, new DescentSummary(evaluations, best, refined, DescentEnd.UNDER_WAY));
  }

  @Test
  void nothingIsFoundAtFirst() {
    assertThat(source.found()).isNull();
    source.ended(DescentEnd.GRADIENT);
    assertThat(source.found()).isNull();
  }

  @Test
  void startsAreToldApartByWhereTheyLieInABatch() {
    source.starts(10);
    source.lowered(3, U, 2);
    assertThat(source.found().origin()).isEqualTo(new Origin.Start(11));
    assertThat(source.found().summary().evaluations()).isZero();
  }

  @Test
  void aDescentsEvaluationsAreCountedFromItsBegin() {
    source.descent(START, 7, true, 100);
    source.lowered(112, U, 0);
    assertThat(source.found()).isEqualTo(found(START, 12, 7, true));
    source.lowered(90, U, 0);
    assertThat(source.found().summary().evaluations()).isZero();
  }

  @Test
  void aCandidateIsFoundAtItsPosition() {
    Origin.Place nowhere = new Origin.Place(1, 9, new double[0], new double[0]);
    source.candidates(new Origin.Perturbation("some", nowhere));
    source.lowered(5, U, 2);
    Origin.Drawn drawn = (Origin.Drawn) source.found().origin();
    assertThat(drawn.kind()).isEqualTo("some");
    assertThat(drawn.place().stream()).isEqualTo(9);
    assertThat(drawn.place().u()).containsExactly(0.75, 1);
    assertThat(drawn.place().position()).containsExactly(7.5, 10);
  }

  @Test
  void anotherWorkerGoesOnCounting() {
    source.descent(START, 7, true, 100);
    BestSource.Descent shared = source.current(105);
    assertThat(shared).isEqualTo(new BestSource.Descent(START, 7, true, 5, true));
    BestSource other = new BestSource(WorkingCoordinates.unitBox(problem));
    other.descent(shared, 40);
    other.lowered(42, U, 0);
    assertThat(other.found()).isEqualTo(found(START, 7, 7, true));
  }

  @Test
  void candidatesHaveMadeNoEvaluations() {
    Origin.Place nowhere = new Origin.Place(1, 9, new double[0], new double[0]);
    source.descent(START, 7, true, 100);
    source.candidates(new Origin.Polish(nowhere));
    assertThat(source.current(105).evaluations()).isZero();
    assertThat(source.current(105).hasBegun()).isFalse();
  }

  @Test
  void theEndIsThatOfTheDescentThatFoundTheBest() {
    source.descent(START, 7, false, 0);
    source.lowered(1, U, 0);
    source.ended(DescentEnd.VALUE);
    assertThat(source.found().summary().end()).isEqualTo(DescentEnd.VALUE);
  }
}
