package org.multidescent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.multidescent.report.Fault;
import org.multidescent.report.Optimum;
import org.multidescent.report.Origin;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** All of a result but the time it took, to the bit, as lines of text. */
final class ResultDigest {

  private ResultDigest() {}

  /** Returns everything in a result that does not measure time. */
  static String of(Result result) {
    Progress progress = result.progress();
    StringBuilder digest = new StringBuilder();
    digest.append("best ").append(bits(result.best().x(), result.best().value()));
    digest.append("\nending ").append(result.ending());
    digest.append("\ncompleteness ").append(result.completeness());
    digest.append("\nprogress ").append(bits(new double[0], progress.best()));
    digest.append(
        List.of(
            progress.valueEvaluations(),
            progress.gradientEvaluations(),
            progress.steps(),
            progress.starts(),
            progress.perturbations(),
            progress.stalls(),
            progress.optima(),
            progress.live()));
    digest.append("\npool ").append(result.initialStarts());
    digest.append("\ninitial calls ").append(result.initialEvaluations());
    digest.append("\nbudget ").append(result.budget());
    digest.append("\nwaiting ").append(result.waiting());
    digest.append("\nfaults ").append(result.faults());
    for (Fault fault : result.firstFaults()) {
      digest.append("\nfault ").append(fault.kind());
      digest.append(bits(fault.position(), fault.value()));
    }
    List<Optimum> found = new ArrayList<>(result.optima());
    found.addAll(result.unfinished());
    for (Optimum optimum : found) {
      digest.append("\noptimum ").append(optimum.id());
      digest.append(
          bits(optimum.x(), optimum.value(), optimum.highest(), optimum.descent().best()));
      digest.append(
          List.of(
              optimum.hits(),
              optimum.firstSeen(),
              optimum.descent().evaluations(),
              optimum.descent().refined(),
              optimum.end(),
              optimum.starts()));
      digest.append(of(optimum.origin()));
    }
    return digest.toString();
  }

  private static String of(Origin origin) {
    if (origin instanceof Origin.Drawn drawn) {
      Origin.Place place = drawn.place();
      return drawn.kind() + List.of(place.source(), place.stream()) + bits(place.u());
    }
    return origin.toString();
  }

  private static String bits(double[] x, double... more) {
    return Arrays.toString(Arrays.stream(x).mapToLong(Double::doubleToRawLongBits).toArray())
        + Arrays.toString(Arrays.stream(more).mapToLong(Double::doubleToRawLongBits).toArray());
  }
}
