package org.multidescent.checkpoint;

/**
 * What a search knows of its ended descents.
 *
 * @param decisions how often the restart strategy has decided
 * @param session what the restart strategy has learned
 * @param catalogue the optima
 * @param pool the starts that are compared with each other, and with optima
 * @param race the values of descents along sampled gradients that are compared with each other
 */
public record SavedRestart(
    long decisions, double[] session, byte[] catalogue, byte[] pool, byte[] race) {

  void write(Encoder out) {
    out.putLong(decisions);
    out.putDoubles(session);
    out.putBytes(catalogue);
    out.putBytes(pool);
    out.putBytes(race);
  }

  static SavedRestart read(Decoder in) {
    return new SavedRestart(
        in.getLong(), in.getDoubles(), in.getBytes(), in.getBytes(), in.getBytes());
  }
}
