package org.multidescent.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

class ResultPageTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 40})
  void drawingsAreWellFormed(int dimension) throws Exception {
    Problem problem = rippled(dimension);
    Recorder recorder = Recorder.live(folder.resolve("live.html"));
    Search search =
        Search.of(problem)
            .seed(3)
            .workers(1)
            .budget(Budget.evaluations(3_000))
            .onProgress(Duration.ofMillis(1), recorder);
    Result result = search.run();
    String page = ResultPage.of(problem, result).progress(recorder).paths(search).html();
    assertThat(page).doesNotContain("http://", "https://", "NaN", "Infinity");
    assertThat(drawings(page)).isEqualTo(dimension == 2 ? 6 : 5);
    assertThat(Files.readString(folder.resolve("live.html"))).contains("has ended", "<svg");
  }

  @Test
  void namesAreEscaped() {
    Problem problem = rippled(2);
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(100)).run();
    assertThat(ResultPage.of(problem, result).names("a<b", "\"c\" & d").html())
        .contains("a&lt;b = ", "&quot;c&quot; &amp; d</th>")
        .doesNotContain("a<b");
  }

  @Test
  void nothingFoundIsShown() {
    Problem problem = Problem.of(x -> Double.NaN, Box.cube(0, 1, 2));
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(50)).run();
    assertThat(drawings(ResultPage.of(problem, result).withoutSlice().html())).isEqualTo(4);
  }

  @Test
  void wrongCoordinatesAreRefused() {
    Problem problem = rippled(3);
    Result result = Search.of(problem).workers(1).budget(Budget.evaluations(100)).run();
    ResultPage page = ResultPage.of(problem, result);
    assertThatThrownBy(() -> page.names("a"))
        .hasMessage("names: 1 (expected: 3, one a coordinate)");
    assertThatThrownBy(() -> page.slice(0, 3))
        .hasMessage("slice: 3 (expected: a coordinate from 0 to 2)");
    assertThatThrownBy(() -> page.slice(1, 1))
        .hasMessage("slice: 1 twice (expected: two coordinates)");
  }

  @Test
  void numbersAreShort() {
    assertThat(Markup.number(0)).isEqualTo("0");
    assertThat(Markup.number(0.5)).isEqualTo("0.5");
    assertThat(Markup.number(-1234.4)).isEqualTo("-1,234");
    assertThat(Markup.number(1e5)).isEqualTo("1e5");
    assertThat(Markup.number(2.5e-7)).isEqualTo("2.5e-7");
  }

  private static Problem rippled(int dimension) {
    return Problem.of(
        x -> {
          double sum = 0;
          for (double v : x) {
            sum += v * v + 1 - Math.cos(3 * v);
          }
          return sum;
        },
        Box.cube(-4, 5, dimension));
  }

  private static long drawings(String page) {
    assertThat(page.split("</svg>")).hasSameSizeAs(page.split("<svg "));
    return page.split("role=\"img\"").length - 1;
  }
}
