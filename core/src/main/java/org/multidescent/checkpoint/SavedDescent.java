package org.multidescent.checkpoint;

import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/**
 * The descent that found a position, up to the evaluation that found it.
 *
 * @param origin where it began
 * @param summary how it had gone by then
 */
public record SavedDescent(Origin origin, DescentSummary summary) {

  /**
   * Returns the same descent with another end.
   *
   * @param end how it ended
   * @return the descent
   */
  public SavedDescent endedBy(DescentEnd end) {
    return new SavedDescent(origin, summary.endedBy(end));
  }

  void write(Encoder out) {
    Origins.write(origin, out);
    Origins.write(summary, out);
  }

  static SavedDescent read(Decoder in) {
    return new SavedDescent(Origins.read(in), Origins.readSummary(in));
  }
}
