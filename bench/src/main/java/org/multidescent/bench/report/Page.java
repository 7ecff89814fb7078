package org.multidescent.bench.report;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.multidescent.picture.Sheet;

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

  private final Sheet sheet;

  /**
   * Creates an empty page.
   *
   * @param title its title and first heading
   */
  public Page(String title) {
    sheet = new Sheet(title);
  }

  /**
   * Adds text.
   *
   * @param markdown the text, tables as on GitHub; HTML in it is shown as it is written
   */
  public void text(String markdown) {
    sheet.html(RENDERER.render(PARSER.parse(markdown)));
  }

  /**
   * Adds figures, side by side where there is room.
   *
   * @param figures of {@link org.multidescent.picture.Chart} and its like, in HTML
   */
  public void figures(List<String> figures) {
    sheet.html("<div class=\"charts\">" + String.join("", figures) + "</div>");
  }

  /**
   * Adds a link to a file beside the page.
   *
   * @param file its name, in the page's folder
   * @param description what it holds
   */
  public void link(String file, String description) {
    Link link = new Link(file, null);
    link.appendChild(new Text(description));
    Paragraph paragraph = new Paragraph();
    paragraph.appendChild(link);
    sheet.html(RENDERER.render(paragraph));
  }

  /**
   * Returns the page.
   *
   * @return a whole document
   */
  public String html() {
    return sheet.page();
  }
}
