package org.multidescent.bench;

import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.problems.Suites;
import org.multidescent.bench.report.MarkdownTable;
import org.multidescent.testproblem.TestProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the problems by name. */
@Command(
    name = "problems",
    description = "Lists the problems and suites of problems by name.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ProblemsCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    MarkdownTable table = new MarkdownTable(2, "suite", "problem", "dimension", "minimum");
    for (String suite : Suites.names()) {
      for (TestProblem problem : Suites.resolve(suite)) {
        table.row(
            suite,
            problem.name(),
            Integer.toString(problem.problem().dimension()),
            String.format(Locale.ROOT, "%.10g", problem.minimum()));
      }
    }
    CommandSpec command = Objects.requireNonNull(spec, "spec: null (expected: set by picocli)");
    command.commandLine().getOut().print(table.markdown());
    command.commandLine().getOut().flush();
    return 0;
  }
}
