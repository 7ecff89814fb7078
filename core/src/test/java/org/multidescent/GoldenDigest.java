package org.multidescent;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.multidescent.report.Fault;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * A digest of all numbers in results but the times: bits of doubles, counters and ordinals, no
 * names, so that renaming a thing does not change it.
 */
final class GoldenDigest {

  private static final int SHOWN = 8;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(Long.BYTES);

  GoldenDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Adds a result. */
  void add(Result result) {
    Progress progress = result.progress();
    add(result.best().x());
    add(result.best().value(), progress.best());
    add(
        result.ending().ordinal(),
        progress.valueEvaluations(),
        progress.gradientEvaluations(),
        progress.steps(),
        progress.starts(),
        progress.perturbations(),
        progress.stalls(),
        progress.optima(),
        result.initialStarts(),
        result.initialEvaluations(),
        result.waiting());
    for (Fault fault : result.firstFaults()) {
      add(fault.kind().ordinal());
      add(fault.position());
      add(fault.value());
    }
    result.optima().forEach(this::add);
    result.unfinished().forEach(this::add);
  }

  /** Returns the first digits of the digest of all that was added. */
  String toHex() {
    return HexFormat.of().formatHex(digest.digest(), 0, SHOWN);
  }

  private void add(Optimum optimum) {
    add(optimum.x());
    add(optimum.value(), optimum.highest(), optimum.descent().best());
    add(optimum.id(), optimum.hits(), optimum.firstSeen(), optimum.descent().evaluations());
    add(optimum.descent().refined() ? 1 : 0, optimum.end().ordinal());
    optimum.starts().forEach(this::add);
    if (optimum.origin() instanceof Origin.Drawn drawn) {
      Origin.Place place = drawn.place();
      int offspring = drawn instanceof Origin.EvolutionRun run ? run.offspring() : 0;
      add(place.source(), place.stream(), offspring, drawn instanceof Origin.Polish ? 1 : 0);
      add(place.u());
    } else {
      add(((Origin.Start) optimum.origin()).index());
    }
  }

  private void add(double... numbers) {
    for (double number : numbers) {
      add(Double.doubleToLongBits(number));
    }
  }

  private void add(long... numbers) {
    for (long number : numbers) {
      add(number);
    }
  }

  private void add(long number) {
    buffer.putLong(0, number);
    digest.update(buffer.array());
  }
}
