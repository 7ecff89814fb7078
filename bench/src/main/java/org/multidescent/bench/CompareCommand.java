package org.multidescent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.multidescent.bench.bbob.Ranges;
import org.multidescent.bench.compare.BenchmarkProblem;
import org.multidescent.bench.compare.Comparison;
import org.multidescent.bench.compare.ExperimentPlan;
import org.multidescent.bench.contender.Contender;
import org.multidescent.testproblem.TestProblem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Contenders on problems with known minima. */
@Command(
    name = CompareCommand.NAME,
    description = "Compares contenders on problems with known minima.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    showDefaultValues = true)
final class CompareCommand implements Callable<Integer> {

  static final String NAME = "compare";

  private static final int MOST_WORKERS = 4096;
  private static final int MOST_SEEDS = 1_000_000;

  enum GradientKind {
    ANALYTIC,
    FORWARD
  }

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--problems",
      paramLabel = "NAME,...",
      description = {
        "Problems, or suites of them: classic, rotated, nist, nist-residuals, models,"
            + " models-residuals, lj, thomson, nn, article, mgh, untuned, unseen, wells, cusps,"
            + " plateaus, holes, clusters, trajectories, cec2006, designs, gkls1 ... gkls8, gkls.",
        "Solved is minimum + 1e-4 max(1, |minimum|); for the article's function 0.01, as there;"
            + " for Cassini1 1.005 times the minimum."
      })
  private String problems = "article,rastrigin2";

  @Option(
      names = "--contenders",
      paramLabel = "NAME,...",
      description = "What is compared; the command contenders lists all.")
  private String contenders = "single,independent,sorted,article,search";

  @Option(
      names = "--contender-class",
      paramLabel = "CLASS,...",
      description = {
        "Your own, beside those of --contenders: public classes with public constructors without"
            + " parameters, each a Contender or a UnaryOperator<Search> that changes the default search."
      })
  private @Nullable String contenderClass;

  @Option(
      names = "--problem-class",
      paramLabel = "CLASS",
      description = {
        "Your own problem, instead of those of --problems: a public class with a public constructor"
            + " without parameters, a Supplier<Problem> or an Objective (needs --box); needs --minimum."
      })
  private @Nullable String problemClass;

  @Option(
      names = "--minimum",
      paramLabel = "V",
      description = "The least value known of your own problem; solved is a little above.")
  private @Nullable Double minimum;

  @Mixin private OwnClasses own = new OwnClasses();

  @Option(
      names = "--workers",
      paramLabel = "N,...",
      description = "Numbers of threads, for contenders that can use several.")
  private String workers = Cores.ladder();

  @Option(
      names = "--starts",
      paramLabel = "N",
      description = "Starts, for contenders with a given number of them.")
  private int starts = 1000;

  @Option(
      names = "--seeds",
      paramLabel = "N|A-B,...",
      description = "How many seeds, from 1, or which.")
  private String seeds = "10";

  @Option(
      names = "--cap",
      paramLabel = "N",
      description =
          "The most evaluations of a run (default: 100,000; 10,000,000 on the article's function,"
              + " 1,000,000 on Cassini1).")
  private @Nullable Long cap;

  @Option(
      names = "--accuracy",
      paramLabel = "E",
      description = "Solved is minimum + E, whatever the problem.")
  private @Nullable Double accuracy;

  @Option(
      names = "--relative",
      paramLabel = "E",
      description = "Solved is minimum + E |minimum|; not with --accuracy.")
  private @Nullable Double relative;

  @Option(
      names = "--gradient",
      paramLabel = "KIND",
      description = "analytic (where the problem has one) or forward: differences, paid for.")
  private GradientKind gradient = GradientKind.FORWARD;

  @Option(
      names = "--tau",
      paramLabel = "T",
      description = "The share of the way down to the minimum that data profiles let miss.")
  private double tau = 1e-5;

  @Mixin private Outputs outputs = new Outputs();

  @Override
  public Integer call() throws IOException {
    ExperimentPlan plan = plan();
    Comparison comparison = new Comparison(plan, tau());
    Path report = outputs.report(commandLine());
    try (Session session =
        Session.open(
            outputs.rows(commandLine(), Comparison.COLUMNS), plan.runs(), comparison::cancel)) {
      comparison.run(session::finished);
      session.closeProgress();
      commandLine().getOut().print(comparison.markdown());
      commandLine().getOut().flush();
      if (report != null) {
        comparison.report(report, Preface.of(commandLine(), seeds));
      }
    }
    return 0;
  }

  private ExperimentPlan plan() {
    try {
      List<Contender> named = new ArrayList<>(Names.contenders("--contenders", contenders));
      named.addAll(own.contenders(contenderClass));
      int[] threads = Ranges.parse("--workers", workers, 1, MOST_WORKERS);
      List<BenchmarkProblem> cases = problems().stream().map(this::adapt).toList();
      return new ExperimentPlan(
          cases,
          ExperimentPlan.competitors(named, IntStream.of(threads).boxed().toList()),
          IntStream.of(seeds()).mapToObj(seed -> (long) seed).toList(),
          Numbers.positive("--starts", starts),
          gradient == GradientKind.ANALYTIC);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(commandLine(), wrong.getMessage(), wrong);
    }
  }

  private List<BenchmarkProblem> problems() {
    own.check();
    if (problemClass == null) {
      Names.checkProblems("--problems", problems);
      return BenchmarkProblem.resolve(problems);
    }
    if (minimum == null || !Double.isFinite(minimum)) {
      throw new IllegalArgumentException(
          "--minimum: %s (expected: with --problem-class, the least value known)"
              .formatted(minimum));
    }
    return List.of(
        BenchmarkProblem.usual(
            new TestProblem(
                problemClass.substring(problemClass.lastIndexOf('.') + 1),
                own.problem(problemClass),
                minimum)));
  }

  /** A single number is how many, anything else which. */
  private int[] seeds() {
    int[] given = Ranges.parse("--seeds", seeds, 1, MOST_SEEDS);
    return seeds.strip().matches("\\d+") ? IntStream.rangeClosed(1, given[0]).toArray() : given;
  }

  private double tau() {
    if (!(tau > 0 && tau < 1)) {
      throw new ParameterException(
          commandLine(), "--tau: " + tau + " (expected: above 0 and below 1)");
    }
    return tau;
  }

  private BenchmarkProblem adapt(BenchmarkProblem usual) {
    BenchmarkProblem adapted = cap == null ? usual : usual.capped(Numbers.positive("--cap", cap));
    if (relative != null && accuracy != null) {
      throw new IllegalArgumentException(
          "--relative: %s beside --accuracy %s (expected: one of them)"
              .formatted(relative, accuracy));
    }
    if (relative != null) {
      return adapted.withinShare(Numbers.notNegative("--relative", relative));
    }
    return accuracy == null ? adapted : adapted.within(Numbers.notNegative("--accuracy", accuracy));
  }

  private CommandLine commandLine() {
    return Objects.requireNonNull(spec, "spec: null (expected: set by picocli)").commandLine();
  }
}
