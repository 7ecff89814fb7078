package org.multidescent.checkpoint;

/**
 * How far a search has come with its starts.
 *
 * @param next the first start not yet drawn
 * @param sampleValues the values of the first starts
 * @param initialEvaluations the evaluations for the initial starts; -1 while these are not all
 *     evaluated
 * @param drawn the indices of starts that were drawn, and are at no task; ascending
 * @param replacements how many starts had no value and are not replaced yet
 */
public record SavedStarts(
    long next, double[] sampleValues, long initialEvaluations, long[] drawn, long replacements) {

  void write(Encoder out) {
    out.putLong(next);
    out.putDoubles(sampleValues);
    out.putLong(initialEvaluations);
    out.putLongs(drawn);
    out.putLong(replacements);
  }

  static SavedStarts read(Decoder in) {
    return new SavedStarts(
        in.getLong(), in.getDoubles(), in.getLong(), in.getLongs(), in.getLong());
  }
}
