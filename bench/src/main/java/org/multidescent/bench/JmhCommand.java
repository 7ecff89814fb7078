package org.multidescent.bench;

import java.util.List;
import java.util.concurrent.Callable;
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
    org.openjdk.jmh.Main.main(arguments.toArray(String[]::new));
    return 0;
  }
}
