package org.multidescent.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How wide the terminal is: as the environment variable {@code COLUMNS} says, else as the command
 * {@code stty} does, since shells keep the variable to themselves.
 */
final class TerminalWidth {

  static final int LEAST = 8;

  private static final int USUAL = 80;
  private static final File TERMINAL = new File("/dev/tty");

  private TerminalWidth() {}

  /** Returns the number of characters in a line; 80 where nobody knows. */
  static int columns() {
    return columns(System.getenv("COLUMNS"))
        .orElseGet(() -> columns(lastWord(askedTerminal())).orElse(USUAL));
  }

  /** Reads a number of columns. */
  static OptionalInt columns(@Nullable String text) {
    return text != null && text.matches("[1-9][0-9]{0,3}")
        ? OptionalInt.of(Math.max(LEAST, Integer.parseInt(text)))
        : OptionalInt.empty();
  }

  /** Of rows and columns, as {@code stty} prints them, the columns. */
  static String lastWord(String answer) {
    String line = answer.strip();
    return line.substring(line.lastIndexOf(' ') + 1);
  }

  private static String askedTerminal() {
    if (!TERMINAL.canRead()) {
      return "";
    }
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TERMINAL)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException withoutTerminalOrCommand) {
      return "";
    }
  }
}
