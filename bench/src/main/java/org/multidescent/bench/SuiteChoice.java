package org.multidescent.bench;

import org.multidescent.bench.bbob.Bbob;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.noisy.Noisy;
import picocli.CommandLine.Option;

/** Which suite a command is about: at most one of these options. */
final class SuiteChoice {

  @Option(names = "--noisy", description = "The 30 noisy functions, 101 to 130.")
  private boolean noisy;

  Suite suite() {
    return noisy ? Noisy.suite() : Bbob.suite();
  }
}
