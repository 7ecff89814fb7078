package org.multidescent.bench.compare;

/** What HTML needs. */
final class Html {

  private Html() {}

  /** Returns text with the characters that mean something in HTML replaced. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
