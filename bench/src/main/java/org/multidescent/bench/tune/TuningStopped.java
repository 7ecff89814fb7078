package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.report.MarkdownTable;

/** Tuning was stopped before its first round was finished; has what was measured until then. */
public final class TuningStopped extends CancellationException {

  private static final long serialVersionUID = 1;

  private final String name;
  private final transient @Nullable CostProfile cost;
  private final transient @Nullable ThreadSafety safety;
  private final transient List<RateSample> samples;

  TuningStopped(
      String name,
      @Nullable CostProfile cost,
      @Nullable ThreadSafety safety,
      List<RateSample> samples) {
    super("stopped before the first round was finished");
    this.name = name;
    this.cost = cost;
    this.safety = safety;
    this.samples = List.copyOf(samples);
  }

  /**
   * Returns the report: what was measured, and no recommendation.
   *
   * @return Markdown that reads well as it is
   */
  public String markdown() {
    String head = "# Threads for " + name + "\n\nNo recommendation: " + getMessage() + ".\n\n";
    String costs = cost == null ? "" : TuningText.cost(cost, safety);
    return samples.isEmpty() ? head + costs : head + rates() + "\n" + costs;
  }

  /**
   * Writes the report, {@code tuning.md}, and {@code index.html}.
   *
   * @param folder where to; made if need be
   * @param preface how the report came about, in Markdown; its last section
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, String preface) throws IOException {
    TuningFolder.write(folder, markdown() + preface, List.of());
  }

  private String rates() {
    MarkdownTable grid = new MarkdownTable(0, "workers", "evaluations/s");
    for (RateSample sample : samples) {
      grid.row(
          Integer.toString(sample.workers()),
          String.format(Locale.ROOT, "%,.0f", sample.exclusiveRate()));
    }
    return "## Rates, warming up and in the first round\n\n" + grid.markdown();
  }
}
