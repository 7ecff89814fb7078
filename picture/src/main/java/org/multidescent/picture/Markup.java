package org.multidescent.picture;

import java.util.Locale;

/** Text and numbers as they stand in HTML and SVG. */
final class Markup {

  private Markup() {}

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A coordinate of a drawing: one digit after the point is a tenth of a pixel. */
  static String at(double position) {
    return String.format(Locale.ROOT, "%.1f", position);
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }

  static String share(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  /** A number for a person: 0.01, 1,000, 1e5, 1e-5. */
  static String number(double value) {
    double size = Math.abs(value);
    if (value == 0) {
      return "0";
    }
    if (size >= 1e5 || size < 1e-3) {
      return String.format(Locale.ROOT, "%.3g", value)
          .replaceAll("\\.?0+e", "e")
          .replaceAll("e([-+])0*(\\d)", "e$1$2")
          .replace("e+", "e");
    }
    if (size >= 1000) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }
}
