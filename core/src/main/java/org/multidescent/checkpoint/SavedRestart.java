package org.multidescent.checkpoint;

/**
 * What a search knows of its ended descents.
 *
 * @param decisions how often the restart strategy has decided
 * @param session what the restart strategy has learned
 * @param catalogue the optima
 */
public record SavedRestart(long decisions, double[] session, byte[] catalogue) {

  void write(Encoder out) {
    out.putLong(decisions);
    out.putDoubles(session);
    out.putBytes(catalogue);
  }

  static SavedRestart read(Decoder in) {
    return new SavedRestart(in.getLong(), in.getDoubles(), in.getBytes());
  }
}
