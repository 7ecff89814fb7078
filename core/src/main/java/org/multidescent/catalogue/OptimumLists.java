package org.multidescent.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.SavedDescent;
import org.multidescent.problem.Feasibility;
import org.multidescent.report.DescentEnd;
import org.multidescent.report.Estimate;
import org.multidescent.report.FoundOptima;
import org.multidescent.report.Optimum;

/** Divides what a catalogue holds into what is finished and what is not, with the best in front. */
public final class OptimumLists {

  private OptimumLists() {}

  /**
   * Returns what a catalogue of a noisy objective holds; the best need not be in front.
   *
   * @param catalogue the optima
   * @param coordinates takes working coordinates to the problem's
   * @param known gives an optimum what is known of its value
   * @return the lists
   */
  public static FoundOptima of(
      Catalogue catalogue, UnaryOperator<double[]> coordinates, UnaryOperator<Optimum> known) {
    Map<Boolean, List<Optimum>> ended =
        catalogue.optima(coordinates).stream()
            .map(known)
            .collect(Collectors.partitioningBy(Optimum::isFinished));
    return new FoundOptima(
        List.copyOf(ended.get(true)), List.copyOf(ended.get(false)), catalogue.completeness());
  }

  /**
   * Lists what was found.
   *
   * @param catalogue what descents ended at
   * @param value the lowest value of all; infinite if there is none
   * @param u where it was found, in working coordinates
   * @param descent which descent found it; null if none did
   * @param evaluations all that were made
   * @param coordinates takes working coordinates to the problem's
   * @return the lists
   */
  public static FoundOptima of(
      Catalogue catalogue,
      double value,
      double[] u,
      @Nullable SavedDescent descent,
      long evaluations,
      UnaryOperator<double[]> coordinates) {
    Optimum best = null;
    Optimum near = null;
    if (descent != null && Double.isFinite(value) && Feasibility.isFeasible(value)) {
      near = catalogue.near(u, value, coordinates);
      best = best(near, value, coordinates.apply(u.clone()), descent, evaluations, catalogue);
    }
    List<Optimum> finished = new ArrayList<>();
    List<Optimum> unfinished = new ArrayList<>();
    if (best != null) {
      finished.add(best);
    }
    for (Optimum optimum : catalogue.optima(coordinates)) {
      if (near == null || optimum.id() != near.id()) {
        (optimum.isFinished() ? finished : unfinished).add(optimum);
      }
    }
    return new FoundOptima(finished, unfinished, catalogue.completeness());
  }

  /** Returns the best: the optimum it is at, if there is one, at the position of the best. */
  private static Optimum best(
      @Nullable Optimum near,
      double value,
      double[] x,
      SavedDescent descent,
      long evaluations,
      Catalogue catalogue) {
    if (near == null) {
      return new Optimum(
          -1,
          x,
          Estimate.exact(value),
          value,
          0,
          evaluations,
          descent.origin(),
          descent.summary(),
          List.of());
    }
    if (near.value() == value && Arrays.equals(near.x(), x)) {
      return near;
    }
    boolean finished = near.isFinished() && catalogue.tolerance().isNegligible(near.value(), value);
    DescentEnd end = finished ? near.end() : descent.summary().end();
    return new Optimum(
        near.id(),
        x,
        Estimate.exact(value),
        near.highest(),
        near.hits(),
        near.firstSeen(),
        descent.origin(),
        descent.summary().endedBy(end),
        near.starts());
  }
}
