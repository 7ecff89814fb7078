package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.multidescent.bench.report.Curve;
import org.multidescent.bench.report.Page;
import org.multidescent.picture.Chart;

/** A tuner's folder: the text, the chart, a page that shows both. */
final class TuningFolder {

  private final Tuning tuning;
  private final String preface;

  TuningFolder(Tuning tuning, String preface) {
    this.tuning = tuning;
    this.preface = preface;
  }

  void write(Path folder) throws IOException {
    write(folder, tuning.markdown() + preface, List.of(chart().figure()));
  }

  /** Writes a text that begins with its headline, and a page that shows figures and text. */
  static void write(Path folder, String text, List<String> figures) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tuning.md"), text);
    int body = text.indexOf("\n\n");
    Page page = new Page(text.substring(2, body));
    page.figures(figures);
    page.text(text.substring(body));
    page.link("tuning.md", "This report, in Markdown");
    Files.writeString(folder.resolve("index.html"), page.html());
  }

  private Chart chart() {
    List<WorkerRate> levels = tuning.rates();
    int last = Math.max(8 * tuning.machine().processors(), levels.get(levels.size() - 1).workers());
    double[] x = Curve.logarithmic(1, last);
    ScalabilityLaw law = tuning.forecast().law();
    double first = levels.get(0).rate();
    return new Chart(tuning.name() + ": evaluations a second", "workers", "evaluations a second")
        .logarithmicX()
        .logarithmicY()
        .line("as many times one", x, map(x, n -> first * n))
        .line("scalability law", x, map(x, law::rate))
        .intervals(
            "measured",
            levels.stream().mapToDouble(WorkerRate::workers).toArray(),
            levels.stream().mapToDouble(WorkerRate::rate).toArray(),
            levels.stream().mapToDouble(level -> level.rateInterval().lower()).toArray(),
            levels.stream().mapToDouble(level -> level.rateInterval().upper()).toArray());
  }

  private static double[] map(double[] x, java.util.function.DoubleUnaryOperator value) {
    return java.util.Arrays.stream(x).map(value).toArray();
  }
}
