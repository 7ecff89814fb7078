package org.multidescent.bench;

import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.constrained.Constrained;
import org.multidescent.bench.bbob.largescale.LargeScale;
import org.multidescent.bench.bbob.mixint.MixedInteger;
import org.multidescent.bench.bbob.noisy.Noisy;
import picocli.CommandLine.Option;

/** Which suite a command is about: at most one of these options. */
final class SuiteChoice {

  @Option(names = "--noisy", description = "The 30 noisy functions, 101 to 130.")
  private boolean noisy;

  @Option(
      names = "--largescale",
      description = "The functions with cheap rotations, made for 20 to 640 dimensions.")
  private boolean largeScale;

  @Option(
      names = "--mixint",
      description = "The functions with integer coordinates, in 5 dimensions and multiples.")
  private boolean mixedInteger;

  @Option(
      names = "--constrained",
      description = "The 54 problems under constraints; calls of either count.")
  private boolean constrained;

  Suite suite() {
    if (constrained) {
      return Constrained.suite();
    }
    if (noisy) {
      return Noisy.suite();
    }
    if (largeScale) {
      return LargeScale.suite();
    }
    return mixedInteger ? MixedInteger.suite() : Bbob.suite();
  }
}
