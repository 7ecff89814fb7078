package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** Wrong usage is explained in a line or two, ends with 2, and measures nothing. */
class WrongUsageTest {

  private static final String HINT = "See --help for what can be asked.";
  private static final String TINY = " --seeds 1 --starts 2 --cap 10 --contenders single";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          compare --seeds 0        -> --seeds: 0 (expected: 1 to 1000000; '0' is not within)
          compare --seeds 5-3      -> --seeds: 5-3 (expected: ranges that rise; '5-3' does not)
          compare --seeds -1       -> --seeds: -1 (expected: numbers and ranges such as 1-5,8; '-1' is neither)
          compare --seeds 2000000  -> --seeds: 2000000 (expected: 1 to 1000000; '2000000' is not within)
          compare --workers 0      -> --workers: 0 (expected: 1 to 4096; '0' is not within)
          compare --workers two    -> --workers: two (expected: numbers and ranges such as 1-5,8; 'two' is neither)
          compare --starts 0       -> --starts: 0 (expected: 1 or more)
          compare --starts many    -> Invalid value for option '--starts': 'many' (expected: a whole number of at most 2147483647)
          compare --cap -1         -> --cap: -1 (expected: 1 or more)
          compare --accuracy NaN   -> --accuracy: NaN (expected: 0 or more)
          compare --relative -1    -> --relative: -1.0 (expected: 0 or more)
          compare --relative 1e-3 --accuracy 1 -> --relative: 0.001 beside --accuracy 1.0 (expected: one of them)
          compare --accuracy tiny  -> Invalid value for option '--accuracy': 'tiny' (expected: a number such as 0.01 or 1e-6)
          compare --tau 1          -> --tau: 1.0 (expected: above 0 and below 1)
          compare --gradient steep -> Invalid value for option '--gradient': expected one of [ANALYTIC, FORWARD] (case-insensitive) but was 'steep'
          compare --csv            -> Missing required parameter for option '--csv' (FILE)
          compare --unknown        -> Unknown option: '--unknown'
          bbob --functions 25      -> --functions: 25 (expected: 1 to 24; '25' is not within)
          bbob --functions 0       -> --functions: 0 (expected: 1 to 24; '0' is not within)
          bbob --noisy --functions 1 -> --functions: 1 (expected: 101 to 130; '1' is not within)
          bbob --mixint --dimensions 7 -> dimension: 7 (expected: a multiple of 5)
          bbob --functions sphere  -> --functions: sphere (expected: numbers and ranges such as 1-5,8; 'sphere' is neither)
          bbob --dimensions 0      -> --dimensions: 0 (expected: 2 to 1000; '0' is not within)
          bbob --dimensions 2,     -> --dimensions: 2, (expected: numbers and ranges such as 1-5,8; '' is neither)
          bbob --instances 0       -> --instances: 0 (expected: 1 to 1000; '0' is not within)
          bbob --budget -1         -> --budget: -1 (expected: 1 or more)
          bbob --budget 1e4        -> Invalid value for option '--budget': '1e4' (expected: a whole number of at most 9223372036854775807)
          bbob --workers 0         -> --workers: 0 (expected: 1 or more)
          bbob --reference no.csv  -> --reference: no.csv (expected: a table of published figures; no such file or folder)
          tune --seconds 0         -> --seconds: 0 (expected: 1 or more)
          tune --workers 0         -> --workers: 0 (expected: 1 to 4096; '0' is not within)
          tune --slice 0           -> --slice: 0 (expected: 1 or more)
          tune --box 1,2           -> --box: 1,2 (expected: LOWER,UPPER,DIMENSION such as -5,5,10)
          tune --box 2,1,3         -> --box: 2,1,3 (expected: LOWER,UPPER,DIMENSION such as -5,5,10; lower[0]: 2.0 (expected: at most upper[0] = 1.0))
          tune --problem classic   -> --problem: "classic", which are 33 problems (expected: one)
          tune --problem-class no.Such -> --problem-class: no.Such, not found (expected: a class in --classpath; java.lang.ClassNotFoundException: no.Such)
          tune --problem-class java.lang.Object -> --problem-class: java.lang.Object (expected: a Supplier<Problem> or an Objective)
          tune --problem-class no.Such --classpath no.jar -> --classpath: no.jar (expected: a jar or folder that exists)
          """)
  void isExplainedExactly(String line, String message) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString()).isEqualToNormalizingNewlines(message + "\n" + HINT + "\n");
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          compare --contenders serch    -> --contenders: "serch" (expected: single, independent,       -> Maybe search
          bbob --contenders cmaes       -> --contenders: "cmaes" (expected: single, independent,       -> Maybe cmaes-ipop
          compare --problems clasic     -> --problems: "clasic" (expected: classic, rotated, nist,     -> Maybe classic
          compare --problems rastrign5  -> --problems: "rastrign5" (expected: classic, rotated, nist,  -> Maybe rastrigin5
          compare --problems lj7,boxbox -> --problems: "boxbox" (expected: classic, rotated, nist,     -> Maybe boxbod
          tune --problem bussy-1us      -> --problem: "bussy-1us" (expected: busy-1us, busy-50us,      -> Maybe busy-1us
          comparee                      -> Unmatched argument at index 0: 'comparee'                   -> Did you mean: benchmarks compare
          """)
  void namesTheNearest(String line, String problem, String offer) {
    assertThat(run(line)).isEqualTo(2);
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(err.toString().lines().toList().get(0)).startsWith(problem);
    assertThat(err.toString().lines().toList().get(1)).startsWith(offer);
    assertThat(out.toString()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = "->",
      textBlock =
          """
          --csv no/runs.csv -> --csv: %s (expected: a file that can be written; no such file or folder)
          --csv taken       -> --csv: %s (expected: a file that can be written; Is a directory)
          --report file     -> --report: %s (expected: a folder that can be written; a file has that name)
          """)
  void placesThatCannotBeWrittenAreRefusedFirst(String option, String message) throws IOException {
    Files.createDirectory(folder.resolve("taken"));
    Files.createFile(folder.resolve("file"));
    String name = option.substring(option.indexOf(' ') + 1);
    Path place = folder.resolve(name);
    String asked = option.replace(name, place.toString());
    for (String command :
        new String[] {"compare --problems branin" + TINY, "bbob --functions 1 --dimensions 2"}) {
      err.getBuffer().setLength(0);
      assertThat(run(command + " " + asked)).isEqualTo(2);
      assertThat(err.toString())
          .isEqualToNormalizingNewlines(message.formatted(place) + "\n" + HINT + "\n");
      assertThat(out.toString()).isEmpty();
    }
  }

  @Test
  void aReportThatCannotBeWrittenLeavesTheFileOfRunsAlone() throws IOException {
    Path runs = Files.writeString(folder.resolve("runs.csv"), "dear results");
    assertThat(run("compare --csv " + runs + " --report " + runs)).isEqualTo(2);
    assertThat(runs).hasContent("dear results");
  }

  private int run(String line) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
    return commandLine.execute(line.split(" "));
  }
}
