package org.multidescent.spark;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/** A result without the time it took: what must be equal wherever evaluations are made. */
final class Digest {

  private Digest() {}

  static List<Object> of(Result result) {
    Progress progress = result.progress();
    return List.of(
        result.ending(),
        Double.doubleToLongBits(result.best().value()),
        Arrays.stream(result.best().x()).boxed().toList(),
        progress.valueEvaluations(),
        progress.gradientEvaluations(),
        progress.steps(),
        progress.stalls(),
        result.optima(),
        result.unfinished(),
        result.faultCounts(),
        result.firstFaults().stream()
            .map(fault -> fault.kind() + " at " + Arrays.toString(fault.position()))
            .collect(Collectors.joining("\n")));
  }
}
