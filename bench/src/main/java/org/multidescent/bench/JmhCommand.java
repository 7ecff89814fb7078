package org.multidescent.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Stands for JMH in the help; its arguments are passed on before they are parsed. */
@Command(
    name = JmhCommand.NAME,
    description = "Runs the JMH benchmarks; all arguments go to JMH (jmh -h tells which).")
final class JmhCommand implements Callable<Integer> {

  static final String NAME = "jmh";

  @Parameters(arity = "0..*", paramLabel = "ARGUMENT", description = "What JMH takes.")
  private List<String> arguments = List.of();

  @Override
  public Integer call() throws Exception {
    main(arguments.toArray(String[]::new));
    return 0;
  }

  /** Runs JMH; exits with 2 if it does not understand its arguments. */
  static void main(String[] given) throws Exception {
    String[] arguments =
        Arrays.stream(given)
            .map(each -> each.equals("--help") ? "-h" : each)
            .toArray(String[]::new);
    try {
      new CommandLineOptions(arguments);
    } catch (CommandLineOptionException wrong) {
      System.err.println("jmh: " + wrong.getMessage());
      System.err.println("See jmh -h for what can be asked.");
      System.exit(CommandLine.ExitCode.USAGE);
    }
    org.openjdk.jmh.Main.main(arguments);
  }
}
