package org.multidescent.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.multidescent.engine.budget.FaultRecorder;
import org.multidescent.report.Fault;

/**
 * The faults one worker met while it evaluated its share of the initial starts of a reproducible
 * search, in the order of their places: where each was and of which kind, and all of the first.
 */
public final class OrderedStartFaults {

  /** A fault and its place: that of the first start of the call. */
  public record Placed(long place, Fault fault) {}

  private static final int KINDS = Fault.Kind.values().length;

  private final List<Placed> first = new ArrayList<>();
  private final List<Placed> exceptions = new ArrayList<>();
  private long[] all = new long[16];
  private int size;

  public void add(long place, Fault fault) {
    Placed placed = new Placed(place, fault);
    if (first.size() < FaultRecorder.KEPT) {
      first.add(placed);
    }
    if (fault.kind() == Fault.Kind.EXCEPTION && exceptions.size() < FaultRecorder.KEPT) {
      exceptions.add(placed);
    }
    if (size == all.length) {
      all = Arrays.copyOf(all, 2 * size);
    }
    all[size++] = place * KINDS + fault.kind().ordinal();
  }

  /** Adds how many of each kind there were up to a place. */
  public void count(long last, long[] counts) {
    for (int k = 0; k < size && all[k] / KINDS <= last; k++) {
      counts[(int) (all[k] % KINDS)]++;
    }
  }

  /** Returns the places of all faults of a kind. */
  public LongStream places(Fault.Kind kind) {
    return Arrays.stream(all, 0, size)
        .filter(packed -> packed % KINDS == kind.ordinal())
        .map(packed -> packed / KINDS);
  }

  public List<Placed> first() {
    return first;
  }

  /** Returns the first exceptions. */
  public List<Placed> exceptions() {
    return exceptions;
  }
}
