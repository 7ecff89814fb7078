package org.multidescent.bench;

import java.io.Console;

/** What the program runs in. */
final class Terminal {

  private Terminal() {}

  /** Tells whether a person watches: input and output are a terminal. */
  static boolean isInteractive() {
    Console console = System.console();
    return console != null && isTerminal(console);
  }

  /** From Java 22 on there may be a console without a terminal, and a method to ask. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException before22) {
      return true;
    }
  }
}
