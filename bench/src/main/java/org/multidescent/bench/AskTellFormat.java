package org.multidescent.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.multidescent.AskTell;

/** How the commands ask and tell write positions and read values. */
enum AskTellFormat {

  /** Comma-separated values without a line of names. */
  CSV {
    @Override
    String line(AskTell.Asked asked) {
      StringJoiner line = new StringJoiner(",");
      line.add(Long.toString(asked.number()));
      for (double x : asked.x()) {
        line.add(Double.toString(x));
      }
      return line.toString();
    }

    @Override
    List<Told> read(Reader reader) throws IOException {
      List<Told> told = new ArrayList<>();
      for (CSVRecord line : CSVFormat.DEFAULT.parse(reader)) {
        String place = "line " + line.getRecordNumber();
        try {
          told.add(told(place, line));
        } catch (IllegalArgumentException wrong) {
          throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
        }
      }
      return told;
    }

    private Told told(String place, CSVRecord line) {
      if (line.size() < 2 || line.size() > 3) {
        throw new IllegalArgumentException(
            line.size() + " fields (expected: number,value or number,,what failed)");
      }
      String failure = line.size() == 3 ? line.get(2).strip() : "";
      return new Told(
          place,
          number(line.get(0).strip()),
          failure.isEmpty() ? value(line.get(1).strip()) : Double.NaN,
          failure.isEmpty() ? null : failure);
    }

    private long number(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException other) {
        throw new IllegalArgumentException(
            "number: " + text + " (expected: the number of a position)", other);
      }
    }

    private double value(String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException other) {
        throw new IllegalArgumentException("value: " + text + " (expected: a number)", other);
      }
    }
  },

  /** An object a line is written; an array of such objects is read, too. */
  JSON {
    @Override
    String line(AskTell.Asked asked) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      object.put("number", asked.number());
      for (double x : asked.x()) {
        object.withArray("x").add(x);
      }
      return object.toString();
    }

    @Override
    List<Told> read(Reader reader) throws IOException {
      List<Told> told = new ArrayList<>();
      try (MappingIterator<JsonNode> objects =
          MAPPER.readerFor(JsonNode.class).readValues(reader)) {
        while (objects.hasNextValue()) {
          told.add(told("object " + (told.size() + 1), objects.nextValue()));
        }
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException(
            "object " + (told.size() + 1) + ": " + broken.getOriginalMessage(), broken);
      }
      return told;
    }

    private Told told(String place, JsonNode object) {
      JsonNode number = object.path("number");
      JsonNode value = object.path("value");
      JsonNode failure = object.path("failure");
      if (!number.isIntegralNumber() || !number.canConvertToLong()) {
        throw wrong(place, "number", number, "the number of a position");
      }
      if (!failure.isMissingNode() && !failure.isNull() && !failure.isTextual()) {
        throw wrong(place, "failure", failure, "what failed, as text");
      }
      if (failure.isTextual()) {
        return new Told(place, number.longValue(), Double.NaN, failure.textValue());
      }
      if (!value.isNumber() && !value.isNull()) {
        throw wrong(place, "value", value, "a number, null for none, or a failure");
      }
      double told = value.isNull() ? Double.NaN : value.doubleValue();
      return new Told(place, number.longValue(), told, null);
    }

    private IllegalArgumentException wrong(
        String place, String name, JsonNode is, String expected) {
      String text = is.isMissingNode() ? "none" : is.toString();
      return new IllegalArgumentException(
          place + ": " + name + ": " + text + " (expected: " + expected + ")");
    }
  };

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /**
   * What was told of a position.
   *
   * @param place where in the file
   * @param number the position's number
   * @param value its value; NaN if it has none
   * @param failure what failed; null if nothing did
   */
  record Told(String place, long number, double value, @Nullable String failure) {

    /** Tells it to a search. */
    void to(AskTell session) {
      try {
        if (failure == null) {
          session.tell(number, value);
        } else {
          session.tell(number, failure);
        }
      } catch (IllegalArgumentException | IllegalStateException wrong) {
        throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
      }
    }
  }

  /** Returns a position as a line, without its end. */
  abstract String line(AskTell.Asked asked);

  /**
   * Reads values.
   *
   * @throws IllegalArgumentException if something else is there; says where
   */
  abstract List<Told> read(Reader reader) throws IOException;

  /**
   * Reads a file of values.
   *
   * @throws IllegalArgumentException if something else is there; says where
   */
  List<Told> read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }
}
