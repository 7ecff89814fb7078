package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.multidescent.Search;
import org.multidescent.bench.contender.Contender;
import org.multidescent.bench.contender.Run;
import org.multidescent.function.Objective;
import org.multidescent.restart.RestartStrategy;
import picocli.CommandLine;

class CommandLineTest {

  private static final String SMALL =
      "compare --problems article6 --starts 20 --seeds 3 --cap 2000";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void helpAndVersionSucceed() {
    assertThat(run("--help")).isZero();
    assertThat(run("--version")).isZero();
    assertThat(run("compare --help")).isZero();
    assertThat(run("help bbob")).isZero();
    assertThat(out.toString()).contains("compare", "bbob", "jmh", "multidescent-bench");
  }

  @Test
  void namesAreListed() {
    assertThat(run("problems")).isZero();
    assertThat(out.toString()).contains("| classic ", "rastrigin2", "| untuned ");
    assertThat(run("contenders")).isZero();
    assertThat(out.toString()).containsPattern("search +\\| one or several");
  }

  @Test
  void errorsAreExplainedInALine() {
    assertThat(run("tune --seconds 1 --box 0,1,2 --problem-class " + Recursive.class.getName()))
        .isEqualTo(1);
    assertThat(err.toString())
        .isEqualToNormalizingNewlines("Failed: java.lang.StackOverflowError\n");
  }

  @Test
  void startsBeyondTheCapTakeNoMemory() {
    String line =
        SMALL.replace("--starts 20", "--starts 2000000000").replace("--seeds 3", "--seeds 1");
    assertThat(run(line + " --workers 1 --contenders sorted")).as(err.toString()).isZero();
  }

  @Test
  void ownProblemsAndContendersAreCompared() {
    String own =
        "compare --problem-class %s --box -4,5,3 --minimum 0 --contenders search --workers 1 --seeds 2"
            .formatted(Sphere.class.getName());
    String contenders =
        " --contender-class %s,%s".formatted(Sampling.class.getName(), Fresh.class.getName());
    assertThat(run(own + contenders)).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains("CommandLineTest$Sphere, 3 dimensions", "| Sampling ", "| Fresh ");
    assertThat(run("bbob --functions 1 --dimensions 2 --instances 1 --budget 100" + contenders))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).contains("| **Sampling** |", "| **Fresh** |");
    assertThat(run(own.replace("--minimum 0 ", ""))).isEqualTo(2);
    assertThat(run("compare --contender-class " + Sphere.class.getName())).isEqualTo(2);
    assertThat(err.toString())
        .contains("--minimum: null (expected: with --problem-class, the least value known)")
        .contains("$Sphere (expected: a Contender or a UnaryOperator<Search>)");
  }

  /** A problem of one's own. */
  public static final class Sphere implements Objective {
    @Override
    public double value(double[] x) {
      double sum = 0;
      for (double v : x) {
        sum += v * v;
      }
      return sum;
    }
  }

  /** A method of one's own. */
  public static final class Sampling implements Contender {
    @Override
    public String name() {
      return "Sampling";
    }

    @Override
    public void run(Run run) {
      Objective objective = run.objective();
      double[] x = new double[run.dimension()];
      for (int index = 0; index < 50; index++) {
        run.start(index, x);
        objective.value(x);
      }
    }
  }

  /** Settings of one's own. */
  public static final class Fresh implements UnaryOperator<Search> {
    @Override
    public Search apply(Search search) {
      return search.restart(RestartStrategy.fresh(2));
    }
  }

  /** An objective that never returns. */
  public static final class Recursive implements Objective {
    @Override
    public double value(double[] x) {
      return value(x) + 1;
    }
  }

  @Test
  void comparisonIsTheSameTwice() throws IOException {
    String line = SMALL + " --workers 1 --contenders single,sorted,article,search,cmaes-ipop";
    List<String> first = csv(line);
    List<String> second = csv(line);
    assertThat(first.get(0))
        .isEqualTo(
            "problem,dimension,contender,workers,seed,solved,evaluations,gradient_evaluations,"
                + "steps,stalls,optima,best_error,wall_ms");
    assertThat(first).hasSize(1 + 5 * 3);
    assertThat(first.get(1)).matches("article6,2,single,1,1,(true|false),\\d+,0,.*");
    assertThat(withoutTime(first)).isEqualTo(withoutTime(second));
  }

  @Test
  void analyticGradientsAreCounted() throws IOException {
    List<String> rows = csv(SMALL + " --contenders independent --gradient analytic");
    assertThat(rows.stream().skip(1)).noneMatch(row -> row.split(",")[7].equals("0"));
  }

  @Test
  void seedsMayBeARange() throws IOException {
    List<String> rows = csv(SMALL.replace("--seeds 3", "--seeds 4-5") + " --contenders single");
    assertThat(rows.stream().skip(1).map(row -> row.split(",")[4])).containsExactly("4", "5");
  }

  @Test
  void tablesSetContendersBesideTheBaseline() {
    assertThat(run(SMALL.replace("article6", "article6,rastrigin2") + " --workers 1,2")).isZero();
    assertThat(out.toString())
        .contains("| contender ", "| article ", "/3 |", "The article expects M + N = ")
        .contains("## All problems", "of sorted");
  }

  @Test
  void reportOpensFromDisk() throws IOException {
    assertThat(run(SMALL + " --workers 1 --report " + folder)).isZero();
    assertLinksExist();
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("Who won", "article6: best error", "Data profiles, tau", "p = ")
        .contains("command: <code>compare --problems article6", "machine: ", "seeds: 3", "ERT");
    assertThat(Files.readString(folder.resolve("tables.md")))
        .contains("## Data profiles", "Moré and Wild", "tau = 1e-05");
  }

  @Test
  void bbobIsTheSameTwice() throws IOException {
    String line =
        "bbob --functions 1,8 --dimensions 2 --instances 1-2 --budget 200 --contenders "
            + "random,nelder-mead,search,tiktak,mlsl,mlsl-nlopt,cmaes-ipop";
    List<String> first = csv(line);
    String table = out.toString();
    out.getBuffer().setLength(0);
    List<String> second = csv(line);
    assertThat(first).hasSize(1 + 7 * 2 * 2).isEqualTo(second);
    assertThat(first.get(0)).startsWith("contender,f,D,instance,workers,evaluations,best_df,h0,");
    assertThat(first.get(1)).startsWith("random,1,2,1,1,400,");
    assertThat(table)
        .contains("## 2-D", "| published |", "separable | nelder-mead")
        .isEqualTo(out.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          --noisy --functions 101,110 --dimensions 2      -> | IPOP-saACM 2012 | published |
          --largescale --functions 1,11 --dimensions 40   -> | m2DLBFGS 2019 | published |
          --mixint --functions 1,8 --dimensions 5         -> | CMA-ES (pycma) 2019 | published |
          --constrained --functions 1,43 --dimensions 2   -> | COBYLA 2022 | published |
          """)
  void suitesAreTheSameTwice(String options, String published) throws IOException {
    String line = "bbob --instances 1-2 --budget 40 --gaps --contenders random,search " + options;
    List<String> first = csv(line);
    String table = out.toString();
    out.getBuffer().setLength(0);
    assertThat(first).hasSize(1 + 2 * 2 * 2).isEqualTo(csv(line));
    assertThat(table)
        .contains(published, "| virtual best | published |", "## search over the virtual best, ")
        .isEqualTo(out.toString());
  }

  @Test
  void bbobReportOpensFromDisk() throws IOException {
    String line = "bbob --functions 1,8 --dimensions 2 --instances 1 --budget 100";
    assertThat(run(line + " --contenders random --report " + folder)).isZero();
    assertLinksExist();
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("Targets reached in 2-D", ", published</li>", "command: <code>bbob --functions");
  }

  private void assertLinksExist() throws IOException {
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page).startsWith("<!DOCTYPE html>").doesNotContain("http");
    List<String> links =
        java.util.regex.Pattern.compile("(?:src|href)=\"([^\"]+)\"")
            .matcher(page)
            .results()
            .map(link -> link.group(1))
            .toList();
    assertThat(links).hasSize(3).allMatch(link -> Files.exists(folder.resolve(link)));
  }

  private List<String> csv(String line) throws IOException {
    Path file = folder.resolve("runs.csv");
    assertThat(run(line + " --csv " + file)).as(err.toString()).isZero();
    return Files.readAllLines(file);
  }

  private static List<String> withoutTime(List<String> rows) {
    return rows.stream().map(row -> row.substring(0, row.lastIndexOf(','))).toList();
  }

  private int run(String line) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(line.split(" "));
  }
}
