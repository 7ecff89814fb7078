package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.multidescent.descent.Descent;
import org.multidescent.descent.Point;
import org.multidescent.engine.budget.ComponentFailure;
import org.multidescent.engine.budget.NoiseState;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.engine.settings.TestSettings;
import org.multidescent.evaluation.CountedOracle;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Origin;
import org.multidescent.restart.Perturbation;

class DescentFactoryTest {

  private static final double SCALE = 2;
  private static final double BEST = 3;

  private final Problem problem =
      Problem.of(x -> x[0] > 8 ? Double.NaN : x[0] * x[0] + x[1], Box.cube(0, 10, 2));
  private final NoiseState noise = NoiseState.none();
  private final DescentFactory factory = factory(new TestSettings());

  private DescentFactory factory(TestSettings with) {
    SearchSettings settings = with.problem(problem).make();
    ReplayCounters counters = new ReplayCounters(2);
    ValueScale scale = new ValueScale(2);
    scale.record(0, 1);
    scale.record(1, 1 + SCALE);
    scale.compute();
    return new DescentFactory(
        settings,
        new StartSource(
            (seed, index, box, x) -> {
              x[0] = index;
              x[1] = 5;
            },
            1,
            problem.startBox(),
            settings.path().coordinates()),
        scale,
        new CountedOracle(
            problem,
            settings.path().coordinates(),
            settings.path().descent().differences(),
            counters),
        () -> BEST,
        noise);
  }

  private static Origin.Place place(long stream, double... u) {
    return new Origin.Place(1, stream, new double[2], u);
  }

  /** Checks that a point is one that has begun in a way. */
  private static void hasBegun(LivePoint live, Consumer<Point> begin) {
    Point expected = Descent.standard().newPoint(2);
    System.arraycopy(live.point.position(), 0, expected.position(), 0, 2);
    begin.accept(expected);
    assertThat(live.point.save()).containsExactly(expected.save());
  }

  @Test
  void aStartDescendsFromItsPosition() {
    LivePoint live = factory.start(4, 16);
    assertThat(live.origin).isEqualTo(new Origin.Start(4));
    assertThat(live.point.position()).containsExactly(0.4, 0.5);
    assertThat(live.startValue).isEqualTo(16);
    assertThat(live.best).isEqualTo(BEST);
    hasBegun(live, point -> Descent.standard().begin(point, 16, SCALE, BEST));
  }

  @Test
  void theLowestCandidateOfAPerturbationDescends() {
    LivePoint live =
        factory.perturb(new GivenPerturbation(new double[] {0.9, 0}, new double[] {0.2, 0.5}), 7);
    assertThat(live.point.position()).containsExactly(0.2, 0.5);
    assertThat(live.startValue).isEqualTo(9);
    Origin.Drawn drawn = (Origin.Drawn) live.origin;
    assertThat(drawn.kind()).isEqualTo(GivenPerturbation.KIND);
    assertThat(drawn.place())
        .isEqualTo(
            new Origin.Place(
                GivenPerturbation.SOURCE, 7, new double[] {2, 5}, new double[] {0.2, 0.5}));
  }

  @Test
  void candidatesWithoutAValueAreMissed() {
    double[] lost = {0.9, 0.25};
    assertThat(factory.perturb(new GivenPerturbation(lost, new double[] {1, 0}), 7)).isNull();
    assertThat(factory.missed()).containsExactly(lost);
  }

  @Test
  void aPerturbationIsDrawnOnce() {
    DrawnPerturbation drawn = factory.draw(new GivenPerturbation(new double[] {0.5, 0.5}), 7);
    assertThat(drawn.saved().number()).isEqualTo(7);
    assertThat(factory.draw(drawn, 8)).isSameAs(drawn);
  }

  @Test
  void aPerturbationThatThrowsIsNamedWithItsCause() {
    ArithmeticException thrown = new ArithmeticException();
    Perturbation failing =
        new Perturbation() {
          @Override
          public Origin.Drawn origin(Origin.Place place) {
            throw thrown;
          }

          @Override
          public long source() {
            return 0;
          }

          @Override
          public int candidates() {
            return 1;
          }

          @Override
          public void propose(RandomGenerator random, double[] u) {
            u[0] = 0.5;
          }
        };
    assertThatThrownBy(() -> factory.perturb(failing, 1))
        .isInstanceOfSatisfying(
            ComponentFailure.class,
            failure -> {
              assertThat(failure.cause()).isSameAs(thrown);
              assertThat(failure.message())
                  .isEqualTo(
                      "the restart strategy failed: a perturbation of kind "
                          + failing.getClass().getName());
            });
  }

  @Test
  void eachOriginBeginsInItsWay() {
    Descent descent = Descent.standard();
    LivePoint polish = factory.from(new Origin.Polish(place(4, 0.5, 0.25)), 9, 8);
    assertThat(polish.point.position()).containsExactly(0.5, 0.25);
    hasBegun(polish, point -> descent.beginPolish(point, 9, SCALE, 8));
    LivePoint near = factory.from(new Origin.RecombinationRun(place(4, 0.5, 0.25)), 9, 8);
    assertThat(near.point.offspring()).isEqualTo(12);
    LivePoint run = factory.from(new Origin.EvolutionRun(6, place(4, 0.5, 0.25)), 9, 8);
    LivePoint other = factory.from(new Origin.EvolutionRun(6, place(5, 0.5, 0.25)), 9, 8);
    assertThat(run.point.save()[3]).isEqualTo(other.point.save()[3]);
    assertThat(run.point.save()).isNotEqualTo(polish.point.save()).isNotEqualTo(other.point.save());
  }

  @Test
  void aShareOfDescentsIsCoarseAtFirstButChainsNever() {
    Descent descent = Descent.standard();
    DescentFactory coarse = factory(new TestSettings().coarseShare(1));
    hasBegun(coarse.start(4, 16), point -> descent.beginCoarse(point, 16, SCALE, BEST));
    Origin chain = new Origin.Perturbation(Origin.Perturbation.CHAIN, place(4, 0.5, 0.5));
    hasBegun(coarse.from(chain, 16, BEST), point -> descent.beginQuench(point, 16, SCALE, BEST));
    Origin hop = new Origin.Perturbation("other", place(4, 0.5, 0.5));
    hasBegun(coarse.from(hop, 16, BEST), point -> descent.beginCoarse(point, 16, SCALE, BEST));
  }

  @Test
  void theFirstDescentKnowsNoScale() {
    DescentFactory leading = factory(new TestSettings().starts(4, 1));
    assertThat(leading.start(0, 1).point.valueScale()).isZero();
    assertThat(leading.start(1, 1).point.valueScale()).isEqualTo(SCALE);
    assertThat(factory.start(0, 1).point.valueScale()).isEqualTo(SCALE);
  }

  @Test
  void ofANoisyObjectiveNoBestValueIsKnown() {
    noise.found();
    assertThat(factory.start(4, 16).best).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void thePointOfADescentThatHasEndedIsUsedAgain() {
    LivePoint first = factory.start(1, 1);
    first.evaluations = 9;
    first.refined = true;
    factory.retire(first);
    LivePoint second = factory.start(2, 4);
    assertThat(second).isSameAs(first);
    assertThat(second.evaluations).isZero();
    assertThat(second.refined).isFalse();
    assertThat(factory.start(3, 9)).isNotSameAs(first);
  }
}
