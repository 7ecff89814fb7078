package org.multidescent.bench;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.bbob.BbobCsv;
import org.multidescent.bench.bbob.Gaps;
import org.multidescent.bench.bbob.PublishedResults;
import org.multidescent.bench.bbob.Ranges;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.SummaryTable;
import org.multidescent.bench.bbob.experiment.BbobExperiment;
import org.multidescent.bench.bbob.experiment.BbobPlan;
import org.multidescent.bench.bbob.experiment.BbobReport;
import org.multidescent.bench.bbob.experiment.BbobWinner;
import org.multidescent.bench.contender.Contender;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Contenders on a suite of BBOB functions. */
@Command(
    name = BbobCommand.NAME,
    description = {
      "Runs contenders on a suite of BBOB functions and shows published figures beside.",
      "A run's seed is its instance and function; runs go on side by side on all processors."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true)
final class BbobCommand implements Callable<Integer> {

  static final String NAME = "bbob";

  private static final int MOST = 1000;

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup private SuiteChoice choice = new SuiteChoice();

  @Option(
      names = "--functions",
      paramLabel = "A-B,...",
      description = "Functions (default: all of the suite).")
  private @Nullable String functions;

  @Option(
      names = "--dimensions",
      paramLabel = "N,...",
      description = "Dimensions, 2 or more (default: 2,5,10, or what is usual on the suite).")
  private @Nullable String dimensions;

  @Option(names = "--instances", paramLabel = "A-B,...", description = "Instances, 1 or more.")
  private String instances = "1-5";

  @Option(
      names = "--budget",
      paramLabel = "N",
      description = "The most evaluations of a run, for each dimension.")
  private long budget = 10_000;

  @Option(
      names = "--contenders",
      paramLabel = "NAME,...",
      description = "What is compared; the command contenders lists all.")
  private String contenders = "search";

  @Option(
      names = "--contender-class",
      paramLabel = "CLASS,...",
      description = {
        "Your own, beside those of --contenders: public classes with public constructors without"
            + " parameters, each a Contender or a UnaryOperator<Search> that changes the default search."
      })
  private @Nullable String contenderClass;

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders where own classes and what they need are.")
  private @Nullable String classpath;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads of a run, for contenders that can use several.")
  private int workers = 1;

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "Starts, for contenders with a given number of them.")
  private int starts = 1000;

  @Option(
      names = "--reference",
      paramLabel = "FILE",
      description = "Published figures to show instead of the bundled ones (CSV).")
  private @Nullable Path reference;

  @Option(
      names = "--gaps",
      description = "Also shows how far contenders are behind the best of all published entries.")
  private boolean gaps;

  @Mixin private Outputs outputs = new Outputs();

  @Override
  public Integer call() throws IOException {
    Suite suite = suite();
    BbobPlan plan = plan(suite);
    BbobExperiment experiment = new BbobExperiment(plan);
    Path report = outputs.report(commandLine());
    try (Session session =
        Session.open(
            outputs.rows(commandLine(), BbobCsv.columns()), plan.runs(), experiment::cancel)) {
      experiment.run(row -> session.finished(BbobCsv.values(row)));
      session.closeProgress();
      String tables = SummaryTable.of(experiment.rows(), suite);
      String winner = BbobWinner.markdown(experiment.rows(), suite);
      if (gaps) {
        tables += Gaps.of(experiment.rows(), suite);
      }
      commandLine().getOut().print(winner + tables);
      commandLine().getOut().flush();
      if (report != null) {
        String preface = Preface.of(commandLine(), "each run's from its function and instance");
        new BbobReport(report, suite, experiment.rows(), budget, preface).write(tables);
      }
    }
    return 0;
  }

  private BbobPlan plan(Suite suite) {
    try {
      List<Contender> named = new ArrayList<>(Names.contenders("--contenders", contenders));
      named.addAll(OwnClasses.contenders(contenderClass, classpath));
      return new BbobPlan(
          suite,
          named,
          functions(suite),
          dimensions(suite),
          Ranges.parse("--instances", instances, 1, MOST),
          Numbers.positive("--budget", budget),
          Numbers.positive("--workers", workers),
          Numbers.positive("--starts", starts));
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
  }

  private int[] functions(Suite suite) {
    String wanted = functions == null ? suite.first() + "-" + suite.last() : functions;
    return Ranges.parse("--functions", wanted, suite.first(), suite.last());
  }

  /** The first function says which dimensions there are. */
  private int[] dimensions(Suite suite) {
    String wanted = dimensions == null ? suite.dimensions() : dimensions;
    int[] parsed = Ranges.parse("--dimensions", wanted, 2, MOST);
    for (int dimension : parsed) {
      suite.source().function(suite.first(), dimension, 1);
    }
    return parsed;
  }

  private Suite suite() {
    Suite chosen = choice.suite();
    if (reference == null) {
      return chosen;
    }
    try (Reader in = Files.newBufferedReader(reference)) {
      return chosen.published(PublishedResults.read(in));
    } catch (IOException wrong) {
      throw unreadable(Outputs.reason(wrong), wrong);
    } catch (IllegalArgumentException wrong) {
      throw unreadable(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private ParameterException unreadable(String reason, Exception cause) {
    return new ParameterException(
        commandLine(),
        "--reference: %s (expected: a table of published figures; %s)".formatted(reference, reason),
        cause);
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
