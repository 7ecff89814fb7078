package org.multidescent.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.multidescent.report.DescentSummary;
import org.multidescent.report.Estimate;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;

/** The catalogue's rules in their plainest form: lists and full scans. */
final class NaiveCatalogue {

  private final Tolerance tolerance;
  private final int capacity;
  private List<Optimum> optima = new ArrayList<>();
  private long nextId;
  long droppedHits;

  NaiveCatalogue(Tolerance tolerance, int capacity) {
    this.tolerance = tolerance;
    this.capacity = capacity;
  }

  void add(double[] x, double value, Origin origin, DescentSummary course, long evaluation) {
    List<Long> starts = origin instanceof Origin.Start s ? List.of(s.index()) : List.of();
    Optimum stall =
        new Optimum(nextId, x, Estimate.exact(value), value, 1, evaluation, origin, course, starts);
    Optimum near = nearest(stall);
    if (near == null) {
      nextId++;
      optima.add(stall);
    }
    while (near != null) {
      optima.remove(near);
      Optimum union = union(near, stall);
      boolean moved = !Arrays.equals(union.x(), near.x()) || union.value() != near.value();
      stall = union;
      near = moved ? nearest(union) : null;
      if (near == null) {
        optima.add(union);
      }
    }
    optima.sort(Comparator.comparingDouble(Optimum::value).thenComparing(Optimum::id));
    if (optima.size() > capacity) {
      Optimum worst = optima.remove(capacity);
      droppedHits += worst.hits();
      nextId =
          worst.id() == nextId - 1 && worst.hits() == 1 && worst == stall ? nextId - 1 : nextId;
    }
  }

  List<Optimum> optima() {
    return List.copyOf(optima);
  }

  private Optimum nearest(Optimum stall) {
    Optimum nearest = null;
    double least = Double.POSITIVE_INFINITY;
    for (Optimum optimum : optima) {
      double distance = 0;
      for (int i = 0; i < stall.x().length; i++) {
        distance += Math.pow(optimum.x()[i] - stall.x()[i], 2);
      }
      boolean same =
          Math.sqrt(distance) <= tolerance.distance()
              && Math.abs(optimum.value() - stall.value()) <= tolerance.difference();
      if (same && (distance < least || distance == least && optimum.id() < nearest.id())) {
        nearest = optimum;
        least = distance;
      }
    }
    return nearest;
  }

  private static Optimum union(Optimum a, Optimum b) {
    boolean second =
        b.value() < a.value() || b.value() == a.value() && Arrays.compare(b.x(), a.x()) < 0;
    Optimum best = second ? b : a;
    List<Long> starts = new ArrayList<>(a.starts());
    starts.addAll(b.starts());
    return new Optimum(
        Math.min(a.id(), b.id()),
        best.x(),
        best.estimate(),
        Math.max(a.highest(), b.highest()),
        a.hits() + b.hits(),
        Math.min(a.firstSeen(), b.firstSeen()),
        best.origin(),
        best.descent(),
        starts.stream().sorted().distinct().limit(Optimum.STARTS).toList());
  }
}
