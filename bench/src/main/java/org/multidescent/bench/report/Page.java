package org.multidescent.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A page of HTML without anything from elsewhere, built from Markdown and pictures. */
public final class Page {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto;
        padding: 0 1rem; color: #222; }
      table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; display: block;
        overflow-x: auto; }
      th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid #ddd; text-align: right;
        font-variant-numeric: tabular-nums; white-space: nowrap; }
      th:first-child, td:first-child { text-align: left; }
      img { max-width: 100%; height: auto; }
      """;

  private final String title;
  private final StringBuilder body = new StringBuilder();

  /**
   * Creates an empty page.
   *
   * @param title its title and first heading
   */
  public Page(String title) {
    this.title = title;
  }

  /**
   * Adds text: headings, tables and paragraphs, each set off by an empty line; no other Markdown.
   *
   * @param markdown the text
   */
  public void text(String markdown) {
    for (String block : markdown.strip().split("\\n\\s*\\n")) {
      if (block.startsWith("|")) {
        table(Arrays.asList(block.split("\\n")));
      } else if (block.startsWith("#")) {
        int level = block.indexOf(' ');
        element("h" + level, inline(block.substring(level + 1)));
      } else {
        element("p", inline(block));
      }
    }
  }

  /**
   * Adds a picture.
   *
   * @param file its name, in the page's folder
   * @param description what it shows
   */
  public void picture(String file, String description) {
    String source = escape(file);
    body.append("<p><img src=\"%s\" alt=\"%s\"></p>\n".formatted(source, escape(description)));
  }

  /**
   * Adds a link to a file beside the page.
   *
   * @param file its name, in the page's folder
   * @param description what it holds
   */
  public void link(String file, String description) {
    String target = escape(file);
    body.append("<p><a href=\"%s\">%s</a></p>\n".formatted(target, escape(description)));
  }

  /**
   * Returns the page.
   *
   * @return a whole document
   */
  public String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s</body>
        </html>
        """
        .formatted(escape(title), STYLE, escape(title), body);
  }

  private void table(List<String> lines) {
    body.append("<table>\n");
    row(lines.get(0), "th");
    lines.stream().skip(2).forEach(line -> row(line, "td"));
    body.append("</table>\n");
  }

  private void row(String line, String element) {
    String cells = line.strip();
    cells = cells.substring(1, cells.length() - 1);
    body.append(
        Arrays.stream(cells.split("\\|", -1))
            .map(cell -> "<%s>%s</%s>".formatted(element, inline(cell.strip()), element))
            .collect(Collectors.joining("", "<tr>", "</tr>\n")));
  }

  private void element(String name, String content) {
    body.append("<%s>%s</%s>\n".formatted(name, content, name));
  }

  private static String inline(String text) {
    return escape(text).replaceAll("\\*\\*(.+?)\\*\\*", "<strong>$1</strong>");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
