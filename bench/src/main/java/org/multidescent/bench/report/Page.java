package org.multidescent.bench.report;

import java.util.List;
import org.apache.commons.text.StringEscapeUtils;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** A page of HTML that needs nothing from elsewhere, built from Markdown and pictures. */
public final class Page {

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .percentEncodeUrls(true)
          .build();

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto;
        padding: 0 1rem; color: #222; }
      table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; display: block;
        overflow-x: auto; }
      th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid #ddd; text-align: left;
        font-variant-numeric: tabular-nums; white-space: nowrap; }
      th[align=right], td[align=right] { text-align: right; }
      tbody tr:hover { background: #f4f7fa; }
      pre { background: #f4f4f4; padding: 0.6rem 1rem; overflow-x: auto; }
      img { max-width: 100%; height: auto; }
      """;

  private final String title;
  private final Document document = new Document();

  /**
   * Creates an empty page.
   *
   * @param title its title and first heading
   */
  public Page(String title) {
    this.title = title;
    Heading heading = new Heading();
    heading.setLevel(1);
    heading.appendChild(new Text(title));
    document.appendChild(heading);
  }

  /**
   * Adds text.
   *
   * @param markdown the text, tables as on GitHub; HTML in it is shown as it is written
   */
  public void text(String markdown) {
    Node text = PARSER.parse(markdown);
    for (Node block = text.getFirstChild(); block != null; block = text.getFirstChild()) {
      document.appendChild(block);
    }
  }

  /**
   * Adds a picture.
   *
   * @param file its name, in the page's folder
   * @param description what it shows
   */
  public void picture(String file, String description) {
    paragraph(new Image(file, null), description);
  }

  /**
   * Adds a link to a file beside the page.
   *
   * @param file its name, in the page's folder
   * @param description what it holds
   */
  public void link(String file, String description) {
    paragraph(new Link(file, null), description);
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
        %s</body>
        </html>
        """
        .formatted(StringEscapeUtils.escapeHtml4(title), STYLE, RENDERER.render(document));
  }

  private void paragraph(Node node, String description) {
    node.appendChild(new Text(description));
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(node);
    document.appendChild(paragraph);
  }
}
