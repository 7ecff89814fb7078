package org.multidescent.bench;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.contender.Contender;
import org.multidescent.bench.contender.Contenders;
import org.multidescent.bench.report.MarkdownTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the contenders by name. */
@Command(
    name = "contenders",
    description = "Lists the methods that can be compared by name.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class ContendersCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    MarkdownTable table = new MarkdownTable(2, "contender", "threads");
    for (String name : Contenders.names()) {
      Contender contender = Contenders.named(name);
      table.row(name, contender.isParallel() ? "one or several" : "one");
    }
    CommandSpec command = Objects.requireNonNull(spec, "spec: null (expected: set by picocli)");
    command.commandLine().getOut().print(table.markdown());
    command.commandLine().getOut().flush();
    return 0;
  }
}
