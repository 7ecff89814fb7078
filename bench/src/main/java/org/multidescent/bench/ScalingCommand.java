package org.multidescent.bench;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.tune.ScalingStudy;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The engine on a simulated machine of up to 64 cores. */
@Command(
    name = ScalingCommand.NAME,
    description = "Simulates the engine on up to 64 cores, from the costs of its parts here.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    showDefaultValues = true)
final class ScalingCommand implements Callable<Integer> {

  static final String NAME = "scaling";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      description = "How long to measure each of the twelve variants, about.")
  private int seconds = 6;

  @Override
  public Integer call() {
    PrintWriter out = commandLine().getOut();
    out.print(new ScalingStudy(Duration.ofSeconds(seconds()), this::tell).run());
    out.flush();
    return 0;
  }

  private int seconds() {
    try {
      return Numbers.positive("--seconds", seconds);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
  }

  private void tell(String line) {
    if (Terminal.isInteractive()) {
      commandLine().getErr().println(line);
    }
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
