package org.multidescent.checkpoint;

/**
 * What a search knows of its ended descents.
 *
 * @param decisions how often the restart strategy has decided
 * @param session what the restart strategy has learned
 * @param catalogue the optima
 * @param pool the starts that are compared with each other, and with optima
 */
public record SavedRestart(long decisions, double[] session, byte[] catalogue, byte[] pool) {

  void write(Encoder out) {
    out.putLong(decisions);
    out.putDoubles(session);
    out.putBytes(catalogue);
    out.putBytes(pool);
  }

  static SavedRestart read(Decoder in) {
    return new SavedRestart(in.getLong(), in.getDoubles(), in.getBytes(), in.getBytes());
  }
}
