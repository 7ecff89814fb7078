package org.multidescent.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes rows of named values, each flushed at once. */
public interface RowWriter extends Closeable {

  /** Comma-separated values with one character as the end of a line. */
  CSVFormat CSV = CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

  /**
   * Writes a row.
   *
   * @param values as many as there are columns: numbers, truth values or text
   * @throws IOException if they cannot be written
   */
  void write(List<?> values) throws IOException;

  /**
   * Writes comma-separated values, the columns' names first.
   *
   * @param out where to; closed with the writer
   * @param columns the names
   * @return the writer
   * @throws IOException if the names cannot be written
   */
  static RowWriter csv(Writer out, List<String> columns) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSV);
    printer.printRecord(columns);
    printer.flush();
    return new RowWriter() {
      @Override
      public void write(List<?> values) throws IOException {
        printer.printRecord(values);
        printer.flush();
      }

      @Override
      public void close() throws IOException {
        printer.close();
      }
    };
  }

  /**
   * Writes JSON Lines: an object a line; a number that JSON does not know is null.
   *
   * @param out where to; closed with the writer
   * @param columns the names of an object's members
   * @return the writer
   */
  static RowWriter json(Writer out, List<String> columns) {
    ObjectMapper mapper = new ObjectMapper();
    return new RowWriter() {
      @Override
      public void write(List<?> values) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < columns.size(); i++) {
          boolean number = !(values.get(i) instanceof Double real) || Double.isFinite(real);
          object.putPOJO(columns.get(i), number ? values.get(i) : null);
        }
        out.write(mapper.writeValueAsString(object) + "\n");
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
