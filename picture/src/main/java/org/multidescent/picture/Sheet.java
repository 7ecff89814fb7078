package org.multidescent.picture;

/**
 * A page of HTML that needs nothing from elsewhere: light or dark as the reader's system is, for
 * narrow and wide screens.
 */
public final class Sheet {

  /**
   * The style sheet. Colours are Okabe and Ito's, lighter ones on a dark ground; text and lines
   * keep a contrast of 4.5 and 3 to the ground.
   */
  public static final String STYLE =
      """
      :root { color-scheme: light dark; --paper: #ffffff; --ink: #1b1b1b; --soft: #595959;
        --grid: #dcdcdc; --tint: #f3f5f7; --link: #00598c;
        --c0: #0072b2; --c1: #c24e00; --c2: #00815e; --c3: #b0548a; --c4: #8a6100; --c5: #1f86c2;
        --c6: #5a5a5a; --c7: #6a3d9a; }
      @media (prefers-color-scheme: dark) {
        :root { --paper: #16181b; --ink: #ececec; --soft: #b4b4b4; --grid: #3a3d42;
          --tint: #202327; --link: #7cc4f5;
          --c0: #56b4e9; --c1: #ff8b3d; --c2: #2fc79a; --c3: #e39cc6; --c4: #f0c03c;
          --c5: #9ad1f5; --c6: #b8b8b8; --c7: #c3a2ec; } }
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 76rem; margin: 1.5rem auto;
        padding: 0 1rem; color: var(--ink); background: var(--paper); }
      h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2rem; }
      a { color: var(--link); } p, li { max-width: 46rem; overflow-wrap: anywhere; }
      .charts { display: grid; gap: 1.5rem;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 27rem), 1fr)); }
      figure { margin: 0; min-width: 0; } figcaption { font-weight: 600; }
      figure p { margin: 0.2rem 0 0; color: var(--soft); font-size: 0.9rem; }
      svg { display: block; width: 100%; height: auto; max-width: 44rem; }
      ul.legend { list-style: none; padding: 0; margin: 0.2rem 0; display: flex; flex-wrap: wrap;
        gap: 0.1rem 1rem; font-size: 0.9rem; }
      ul.legend svg { display: inline-block; width: 1.8rem; height: 0.8rem; vertical-align: -1px;
        margin-right: 0.4rem; }
      table { border-collapse: collapse; margin: 1rem 0; font-size: 0.9rem; display: block;
        overflow-x: auto; max-width: 100%; }
      th, td { padding: 0.2rem 0.7rem; border-bottom: 1px solid var(--grid); text-align: left;
        font-variant-numeric: tabular-nums; white-space: nowrap; }
      th[align=right], td[align=right] { text-align: right; }
      th:first-child, td:first-child { position: sticky; left: 0; background: var(--paper); }
      tbody tr:hover td { background: var(--tint); }
      pre { background: var(--tint); padding: 0.6rem 1rem; overflow-x: auto; }
      code { overflow-wrap: anywhere; }
      """;

  private final String title;
  private final StringBuilder body = new StringBuilder();

  /**
   * Creates an empty page.
   *
   * @param title its title and first heading
   */
  public Sheet(String title) {
    this.title = title;
  }

  /**
   * Adds a piece of HTML as it is.
   *
   * @param html whole elements
   * @return this page
   */
  public Sheet html(String html) {
    body.append(html).append('\n');
    return this;
  }

  /**
   * Adds a heading.
   *
   * @param text the heading
   * @return this page
   */
  public Sheet heading(String text) {
    return html("<h2>" + Markup.escape(text) + "</h2>");
  }

  /**
   * Adds a paragraph.
   *
   * @param text the paragraph
   * @return this page
   */
  public Sheet paragraph(String text) {
    return html("<p>" + Markup.escape(text) + "</p>");
  }

  /**
   * Returns the page.
   *
   * @return a whole document
   */
  public String page() {
    return page(0);
  }

  /** Returns the page; one that is loaded again after so many seconds, if that is not 0. */
  String page(int refresh) {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        %s<title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s</body>
        </html>
        """
        .formatted(
            refresh > 0 ? "<meta http-equiv=\"refresh\" content=\"" + refresh + "\">\n" : "",
            Markup.escape(title),
            STYLE,
            Markup.escape(title),
            body);
  }
}
