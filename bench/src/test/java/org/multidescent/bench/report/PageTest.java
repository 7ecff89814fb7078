package org.multidescent.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void tablesAreAligned() {
    MarkdownTable grid = new MarkdownTable(1, "name", "n");
    grid.row("a", "1,000");
    assertThat(grid.markdown())
        .isEqualTo(
            """
            | name |     n |
            | ---- | ----: |
            | a    | 1,000 |
            """);
    assertThatThrownBy(() -> grid.row("b")).hasMessage("cells: 1 (expected: 2)");
  }

  @Test
  void markdownBecomesHtml() {
    Page page = new Page("A < B");
    page.link("a b.csv", "[x] *y*");
    page.text("## Head\n\nSome **bold** text & more.\n\n| a | b |\n|---|--:|\n| 1 | <2 |\n");
    assertThat(page.html())
        .contains("<title>A &lt; B</title>", "<h1>A &lt; B</h1>", "<h2>Head</h2>")
        .contains("<a href=\"a%20b.csv\">[x] *y*</a>")
        .contains("<p>Some <strong>bold</strong> text &amp; more.</p>")
        .contains("<th align=\"right\">b</th>", "<td>1</td>", "<td align=\"right\">&lt;2</td>");
  }
}
