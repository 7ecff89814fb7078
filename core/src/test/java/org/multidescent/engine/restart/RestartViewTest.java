package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.multidescent.catalogue.Catalogue;
import org.multidescent.catalogue.Tolerance;
import org.multidescent.descent.WorkingCoordinates;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.random.RandomStream;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Origin;
import org.multidescent.restart.KnownOptimum;

class RestartViewTest {

  private final Catalogue catalogue =
      new Catalogue(1, Tolerance.standard(1, 0), Catalogue.CAPACITY, 0);

  private final Problem problem =
      Problem.of(x -> x[0], Box.cube(-2, 2, 1)).bounds(Box.cube(-6, 10, 1));
  private final ComparedStarts starts = new ComparedStarts(WorkingCoordinates.unitBox(problem));

  private RestartView view() {
    return new RestartView(
        catalogue.best(),
        new double[0],
        catalogue.size(),
        1,
        false,
        starts,
        List.of(),
        new RandomStream(1, 2, 3),
        WorkingCoordinates.unitBox(problem));
  }

  @BeforeEach
  void fill() {
    for (int k = 0; k < 3; k++) {
      catalogue.add(
          new double[] {0.25 * k},
          Estimate.exact(10 - k),
          new Origin.Start(k),
          new DescentSummary(1, 0, false, DescentEnd.GRADIENT),
          k);
    }
  }

  @Test
  void theLowestOptimaComeFirst() {
    assertThat(view().best(2)).extracting(KnownOptimum::value).containsExactly(8.0, 9.0);
    assertThat(view().best(1).get(0).id()).isEqualTo(2);
  }

  @Test
  void thereAreNoMoreThanAreKnown() {
    assertThat(view().best(20)).hasSize(3);
    assertThat(view().best(0)).isEmpty();
  }

  @Test
  void boundsAreThoseOfWorkingCoordinates() {
    assertThat(view().startLower(0)).isZero();
    assertThat(view().startUpper(0)).isOne();
    assertThat(view().lower(0)).isEqualTo(-1);
    assertThat(view().upper(0)).isEqualTo(3);
  }

  @Test
  void tellsOfWells() {
    assertThat(view().tellsWells()).isFalse();
    for (int k = 0; k < 9; k++) {
      starts.add(k, k, new double[] {k / 9.0});
    }
    assertThat(view().tellsWells()).isTrue();
    assertThat(view().hasNewWell()).isFalse();
    starts.add(9, 1, new double[] {0.5});
    assertThat(view().hasNewWell()).isTrue();
  }
}
