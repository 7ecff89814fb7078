package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a tuner found.
 *
 * @param name the problem's name
 * @param machine where it was measured
 * @param cost what an evaluation costs
 * @param safety whether threads may share the objective
 * @param window how long each search was measured, in each round
 * @param rates the rates, by workers, from 1 upwards
 * @param forecast the scalability law fitted to them
 * @param recommendation what to do
 */
public record Tuning(
    String name,
    Machine machine,
    CostProfile cost,
    ThreadSafety safety,
    Duration window,
    List<WorkerRate> rates,
    Forecast forecast,
    Recommendation recommendation) {

  /**
   * Creates a result.
   *
   * @param name as above
   * @param machine as above
   * @param cost as above
   * @param safety as above
   * @param window as above
   * @param rates as above
   * @param forecast as above
   * @param recommendation as above
   */
  public Tuning {
    rates = List.copyOf(rates);
  }

  /**
   * Returns the report: the recommendation first, then what it rests on.
   *
   * @return Markdown that reads well as it is
   */
  public String markdown() {
    return new TuningText(this).markdown();
  }

  /**
   * Writes the report, {@code tuning.md}, and with a chart {@code index.html}.
   *
   * @param folder where to; made if need be
   * @param preface how the report came about, in Markdown; its last section
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, String preface) throws IOException {
    new TuningFolder(this, preface).write(folder);
  }
}
