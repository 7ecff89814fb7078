package org.multidescent.bench.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.multidescent.Search;
import org.multidescent.picture.Recorder;
import org.multidescent.picture.ResultPage;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** Two peaks on a slope are fitted; the result is a page to look at. */
public final class FitWithPicture {

  private static final String[] NAMES = {
    "height 1", "centre 1", "width 1", "height 2", "centre 2", "width 2"
  };
  private static final double[] TRUTH = {3, 2.5, 0.4, 1.6, 6, 0.9};
  private static final int DATA = 60;

  private FitWithPicture() {}

  /**
   * Fits, and writes the page.
   *
   * @param args the page's file
   * @throws IOException if it cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args.length == 0 ? "result.html" : args[0]);
    Problem problem =
        Problem.of(
            FitWithPicture::error,
            Box.of(new double[] {0, 0, 0.1, 0, 0, 0.1}, new double[] {5, 10, 3, 5, 10, 3}));
    Recorder recorder = Recorder.live(file); // to look at while it runs
    Search search =
        Search.of(problem)
            .seed(7)
            .reproducible()
            .budget(Budget.evaluations(40_000))
            .onProgress(Duration.ofMillis(50), recorder);
    Result result = search.run();
    ResultPage.of(problem, result)
        .names(NAMES)
        .progress(recorder)
        .slice(1, 4)
        .paths(search)
        .write(file);
    System.out.println(result);
  }

  private static double error(double[] p) {
    double sum = 0;
    for (int i = 0; i < DATA; i++) {
      double t = 10.0 * i / DATA;
      double gap = model(p, t) - model(TRUTH, t) - 0.05 * Math.sin(37 * t);
      sum += gap * gap;
    }
    return sum;
  }

  private static double model(double[] p, double t) {
    double a = (t - p[1]) / p[2];
    double b = (t - p[4]) / p[5];
    return p[0] * Math.exp(-a * a) + p[3] * Math.exp(-b * b);
  }
}
