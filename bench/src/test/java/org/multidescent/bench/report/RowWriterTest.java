package org.multidescent.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowWriterTest {

  private static final List<String> COLUMNS = List.of("name", "solved", "count", "error");

  private final StringWriter out = new StringWriter();

  @Test
  void csvIsQuotedWhereItMustBe() throws IOException {
    write(RowWriter.csv(out, COLUMNS));
    assertThat(out)
        .hasToString("name,solved,count,error\n\"a,b\",true,3,0.25\nc,false,4,Infinity\n");
  }

  @Test
  void jsonHasAnObjectALineAndNoNumberBeyondItsOwn() throws IOException {
    write(RowWriter.json(out, COLUMNS));
    assertThat(out)
        .hasToString(
            """
            {"name":"a,b","solved":true,"count":3,"error":0.25}
            {"name":"c","solved":false,"count":4,"error":null}
            """);
  }

  private static void write(RowWriter writer) throws IOException {
    try (writer) {
      writer.write(List.of("a,b", true, 3, 0.25));
      writer.write(List.of("c", false, 4L, Double.POSITIVE_INFINITY));
    }
  }
}
