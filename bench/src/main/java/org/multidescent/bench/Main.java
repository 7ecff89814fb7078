package org.multidescent.bench;

import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The benchmarks' command line. */
@Command(
    name = "benchmarks",
    description = "Measures multi-start descents against each other and against other methods.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Without a command: compare, with all its defaults.",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    },
    subcommands = {
      CompareCommand.class,
      BbobCommand.class,
      TuneCommand.class,
      AskCommand.class,
      TellCommand.class,
      TraceCommand.class,
      ProblemsCommand.class,
      ContendersCommand.class,
      JmhCommand.class,
      HelpCommand.class
    })
public final class Main {

  private Main() {}

  /**
   * Runs a command and exits.
   *
   * @param arguments the command's name and its options
   * @throws Exception if JMH fails
   */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals(JmhCommand.NAME)) {
      JmhCommand.main(Arrays.copyOfRange(arguments, 1, arguments.length));
      return;
    }
    System.exit(run(arguments));
  }

  /** Runs a command; returns its exit code. */
  static int run(String... arguments) {
    return commandLine()
        .execute(arguments.length == 0 ? new String[] {CompareCommand.NAME} : arguments);
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setUsageHelpWidth(100);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.registerConverter(int.class, Numbers::whole);
    commandLine.registerConverter(Integer.class, Numbers::whole);
    commandLine.registerConverter(long.class, Numbers::wide);
    commandLine.registerConverter(Long.class, Numbers::wide);
    commandLine.registerConverter(double.class, Numbers::real);
    commandLine.registerConverter(Double.class, Numbers::real);
    commandLine.setParameterExceptionHandler(Main::explain);
    commandLine.setExecutionExceptionHandler(Main::fail);
    commandLine.setExecutionStrategy(Main::execute);
    return commandLine;
  }

  /** Has errors, which an objective or a lack of memory may cause, explained as exceptions are. */
  private static int execute(CommandLine.ParseResult result) {
    try {
      return new CommandLine.RunLast().execute(result);
    } catch (Error failed) {
      throw new CommandLine.ExecutionException(
          result.commandSpec().commandLine(), String.valueOf(failed), failed);
    }
  }

  private static int explain(CommandLine.ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(wrong.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("See --help for what can be asked.");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int fail(Exception failure, CommandLine command, CommandLine.ParseResult result) {
    PrintWriter err = command.getErr();
    boolean wrapped = failure instanceof CommandLine.ExecutionException;
    err.println("Failed: " + (wrapped ? failure.getMessage() : failure));
    return command.getCommandSpec().exitCodeOnExecutionException();
  }
}
