package org.multidescent.checkpoint;

import java.util.Objects;
import org.multidescent.report.CheckpointException;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Origin;

/** The codec of origins and descent summaries. */
public final class Origins {

  private static final int START = 0;
  private static final int PERTURBATION = 1;
  private static final int EVOLUTION_RUN = 2;
  private static final int POLISH = 3;
  private static final int RECOMBINATION_RUN = 4;

  private static final DescentEnd[] ENDS = DescentEnd.values();

  private Origins() {}

  /**
   * Writes an origin.
   *
   * @param origin the origin
   * @param out receives it
   */
  public static void write(Origin origin, Encoder out) {
    if (origin instanceof Origin.Start start) {
      out.putInt(START);
      out.putLong(start.index());
      return;
    }
    if (origin instanceof Origin.Perturbation perturbation) {
      out.putInt(PERTURBATION);
      out.putString(perturbation.kind());
    } else if (origin instanceof Origin.EvolutionRun run) {
      out.putInt(EVOLUTION_RUN);
      out.putInt(run.offspring());
    } else {
      out.putInt(origin instanceof Origin.Polish ? POLISH : RECOMBINATION_RUN);
    }
    Origin.Place place = ((Origin.Drawn) origin).place();
    out.putLong(place.source());
    out.putLong(place.stream());
    out.putDoubles(place.position());
    out.putDoubles(place.u());
  }

  /**
   * Reads an origin.
   *
   * @param in where it was written
   * @return the origin
   * @throws CheckpointException if it is of no known kind
   */
  public static Origin read(Decoder in) {
    int kind = in.getInt();
    return switch (kind) {
      case START -> new Origin.Start(in.getLong());
      case PERTURBATION -> {
        String label = Objects.requireNonNullElse(in.getString(), "");
        yield new Origin.Perturbation(label, readPlace(in));
      }
      case EVOLUTION_RUN -> new Origin.EvolutionRun(in.getInt(), readPlace(in));
      case POLISH -> new Origin.Polish(readPlace(in));
      case RECOMBINATION_RUN -> new Origin.RecombinationRun(readPlace(in));
      default ->
          throw new CheckpointException(
              "checkpoint: an origin of kind " + kind + " (expected: a known one)");
    };
  }

  /**
   * Reads the origin of a descent from a drawn position.
   *
   * @param in where it was written
   * @return the origin
   * @throws CheckpointException if it is of another kind
   */
  public static Origin.Drawn readDrawn(Decoder in) {
    if (read(in) instanceof Origin.Drawn drawn) {
      return drawn;
    }
    throw new CheckpointException("checkpoint: a start (expected: a drawn position)");
  }

  private static Origin.Place readPlace(Decoder in) {
    return new Origin.Place(in.getLong(), in.getLong(), in.getDoubles(), in.getDoubles());
  }

  /**
   * Writes a descent's summary.
   *
   * @param summary the summary
   * @param out receives it
   */
  public static void write(DescentSummary summary, Encoder out) {
    out.putLong(summary.evaluations());
    out.putDouble(summary.best());
    out.putBoolean(summary.refined());
    write(summary.end(), out);
  }

  /**
   * Writes how a descent ended.
   *
   * @param end the end
   * @param out receives it
   */
  public static void write(DescentEnd end, Encoder out) {
    out.putInt(end.ordinal());
  }

  /**
   * Reads how a descent ended.
   *
   * @param in where it was written
   * @return the end
   * @throws CheckpointException if it is none
   */
  public static DescentEnd readEnd(Decoder in) {
    int end = in.getInt();
    Decoder.require(end >= 0 && end < ENDS.length, "the end of a descent: " + end);
    return ENDS[end];
  }

  /**
   * Reads a descent's summary.
   *
   * @param in where it was written
   * @return the summary
   */
  public static DescentSummary readSummary(Decoder in) {
    return new DescentSummary(in.getLong(), in.getDouble(), in.getBoolean(), readEnd(in));
  }
}
