package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C on a real terminal ends a command in order, with what was finished. */
class TerminalInterruptTest {

  private static final int INTERRUPTED = 128 + 2;
  private static final char CTRL_C = 3;

  @TempDir private Path folder;

  @Test
  void compareShowsWhatWasFinished() throws Exception {
    String text =
        interrupted(
            "compare --problems branin --contenders random --cap 500 --seeds 900000",
            Pattern.compile("[1-9]\\d*/900000"));
    assertThat(text).contains("## branin, 2 dimensions", "| random ");
  }

  @Test
  void bbobShowsWhatWasFinished() throws Exception {
    String text =
        interrupted(
            "bbob --functions 1-24 --dimensions 2 --instances 1-1000 --budget 100000"
                + " --contenders random --report "
                + folder,
            Pattern.compile("[1-9]\\d*/24000"));
    assertThat(text).contains("## 2-D", "| **random** |");
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void tuneRecommendsFromTheRoundsFinished() throws Exception {
    String text =
        interrupted(
            "tune --problem busy-50us --workers 2 --seconds 600 --report " + folder,
            Pattern.compile("round 3:"));
    assertThat(text).contains("# Threads for busy-50us", "## Rates, 3 rounds");
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
  }

  @Test
  void tuneReportsWhatItHasMeasuredBeforeTheFirstRound() throws Exception {
    String text =
        interrupted(
            "tune --problem busy-50us --workers 2 --seconds 600 --report " + folder,
            Pattern.compile("cost of an evaluation"));
    assertThat(text).contains("# Threads for busy-50us", "No recommendation", "## Cost of an");
    assertThat(folder.resolve("index.html")).isNotEmptyFile();
    assertThat(folder.resolve("tuning.md")).content().contains("Thread-safety: not examined");
  }

  /** Runs a command on a pseudo-terminal and types Ctrl-C once its output matches. */
  private static String interrupted(String line, Pattern moment) throws Exception {
    assumeTrue(hasScript(), "script of util-linux, which makes a pseudo-terminal");
    assumeTrue(heedsInterrupts(), "a process that was not started with interrupts ignored");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command =
        String.join(
            " ",
            quoted(java),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            quoted(System.getProperty("java.class.path")),
            Main.class.getName(),
            line);
    ProcessBuilder builder =
        new ProcessBuilder(List.of("script", "-qec", command, "/dev/null"))
            .redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    Process process = builder.start();
    StringBuilder text = new StringBuilder();
    try (InputStream out = process.getInputStream();
        OutputStream keyboard = process.getOutputStream()) {
      boolean typed = false;
      byte[] bytes = new byte[8192];
      for (int count = out.read(bytes); count >= 0; count = out.read(bytes)) {
        text.append(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
        if (!typed && moment.matcher(text).find()) {
          typed = true;
          keyboard.write(CTRL_C);
          keyboard.flush();
        }
      }
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as(text.toString()).isEqualTo(INTERRUPTED);
    return text.toString();
  }

  /** A job in the background of a shell script passes on that it ignores SIGINT, signal 2. */
  private static boolean heedsInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        || Files.readAllLines(status).stream()
            .filter(entry -> entry.startsWith("SigIgn:"))
            .mapToLong(entry -> Long.parseUnsignedLong(entry.substring(7).strip(), 16))
            .allMatch(ignored -> (ignored & 2) == 0);
  }

  private static boolean hasScript() throws IOException, InterruptedException {
    boolean found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "script")));
    if (!found) {
      return false;
    }
    Process version =
        new ProcessBuilder("script", "--version")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String told = new String(version.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return version.waitFor() == 0 && told.contains("util-linux");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
