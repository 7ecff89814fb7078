package org.multidescent.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ProfileTest {

  private static UnivariateSearch of(DoubleUnaryOperator function, double... places) {
    UnivariateSearch profile = new UnivariateSearch();
    for (double place : places) {
      profile.put(place, function.applyAsDouble(place));
    }
    return profile;
  }

  private static double lowest(
      UnivariateSearch profile, DoubleUnaryOperator function, double patience) {
    double scale = profile.scale();
    double place;
    while (!Double.isNaN(place = profile.next(scale, patience, 100, 10))) {
      int before = profile.count;
      profile.put(place, function.applyAsDouble(place));
      assertThat(profile.count).as("a new place").isEqualTo(before + 1);
    }
    int lowest = 0;
    for (int k = 1; k < profile.count; k++) {
      assertThat(profile.places[k]).isGreaterThan(profile.places[k - 1]);
      lowest = profile.values[k] < profile.values[lowest] ? k : lowest;
    }
    return profile.places[lowest];
  }

  @Test
  void keepsPlacesInOrderAndEachOnce() {
    UnivariateSearch profile = of(t -> t * t, 3, -1, 2, -1, 5);
    assertThat(profile.count).isEqualTo(4);
    assertThat(profile.places).startsWith(-1, 2, 3, 5);
    assertThat(profile.values).startsWith(1, 4, 9, 25);
    assertThat(profile.scale()).isEqualTo(8);
  }

  @Test
  void aParabolaTakesFewPlaces() {
    DoubleUnaryOperator parabola = t -> 1e3 + (t - 1.2345) * (t - 1.2345);
    UnivariateSearch profile = of(parabola, -5, -2, 0.5, 3, 5);
    assertThat(lowest(profile, parabola, 1)).isBetween(1.2344, 1.2346);
    assertThat(profile.count).isLessThan(25);
    assertThat(profile.isBowl()).isTrue();
  }

  @Test
  void aBasinBetweenRipplesIsFound() {
    DoubleUnaryOperator ripples = t -> t * t - 20 * Math.cos(2 * Math.PI * (t - 0.02));
    UnivariateSearch profile = of(ripples, -5, -2.4, 0.7, 3, 5);
    assertThat(lowest(profile, ripples, 3)).isBetween(0.0, 0.04);
    assertThat(profile.isBowl()).isFalse();
  }

  @Test
  void theInsideOfAStepIsNotSearched() {
    DoubleUnaryOperator stairs = t -> Math.pow(Math.floor(t - 1.8), 2);
    UnivariateSearch profile = of(stairs, -5, -3.9, -1.6, 0.7, 4.4, 5);
    assertThat(lowest(profile, stairs, 1)).isBetween(1.8, 2.8);
    assertThat(profile.count).isLessThan(25);
  }

  @Test
  void nothingIsToBeFoundWhereAllIsLevel() {
    UnivariateSearch profile = of(t -> 4, -5, 0, 1, 5);
    assertThat(profile.scale()).isZero();
    assertThat(profile.next(0, 1, 100, 10)).isNaN();
  }

  @Test
  void endsWithItsRoom() {
    DoubleUnaryOperator rough = t -> Math.floor(Math.abs(1e4 * Math.sin(1e4 * t)));
    UnivariateSearch profile = of(rough, -5, -2.4, 0.7, 3, 5);
    double scale = profile.scale();
    double place;
    while (!Double.isNaN(place = profile.next(scale, 1e9, UnivariateSearch.ROOM, 10))) {
      profile.put(place, rough.applyAsDouble(place));
    }
    assertThat(profile.count).isLessThanOrEqualTo(UnivariateSearch.ROOM);
  }
}
