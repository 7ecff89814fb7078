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
    List<Told> read(Reader reader, int constraints) throws IOException {
      List<Told> told = new ArrayList<>();
      for (CSVRecord line : CSVFormat.DEFAULT.parse(reader)) {
        String place = "line " + line.getRecordNumber();
        try {
          told.add(told(place, line, constraints));
        } catch (IllegalArgumentException wrong) {
          throw new IllegalArgumentException(place + ": " + wrong.getMessage(), wrong);
        }
      }
      return told;
    }

    private Told told(String place, CSVRecord line, int constraints) {
      boolean isFailure =
          line.size() == 3 && (constraints == 0 || line.get(1).isBlank()) && !line.get(2).isBlank();
      int wanted = isFailure || constraints == 0 && line.size() == 3 ? 3 : 2 + constraints;
      if (line.size() != wanted) {
        String values = constraints == 0 ? "number,value" : "number,value,%d constraints";
        throw new IllegalArgumentException(
            (line.size() + " fields (expected: " + values + " or number,,what failed)")
                .formatted(constraints));
      }
      long number = number(line.get(0).strip());
      if (isFailure) {
        return new Told(place, number, Double.NaN, NONE, line.get(2).strip());
      }
      double value = value("value", line.get(1).strip());
      double[] told = new double[constraints];
      for (int j = 0; j < constraints; j++) {
        told[j] = value("constraint " + (j + 1), line.get(2 + j).strip());
      }
      return new Told(place, number, value, told, null);
    }

    private long number(String text) {
      try {
        return Long.parseLong(text);
      } catch (NumberFormatException other) {
        throw new IllegalArgumentException(
            "number: " + text + " (expected: the number of a position)", other);
      }
    }

    private double value(String name, String text) {
      try {
        return Double.parseDouble(text);
      } catch (NumberFormatException other) {
        throw new IllegalArgumentException(name + ": " + text + " (expected: a number)", other);
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
    List<Told> read(Reader reader, int constraints) throws IOException {
      List<Told> told = new ArrayList<>();
      try (MappingIterator<JsonNode> objects =
          MAPPER.readerFor(JsonNode.class).readValues(reader)) {
        while (objects.hasNextValue()) {
          told.add(told("object " + (told.size() + 1), objects.nextValue(), constraints));
        }
      } catch (JsonProcessingException broken) {
        throw new IllegalArgumentException(
            "object " + (told.size() + 1) + ": " + broken.getOriginalMessage(), broken);
      }
      return told;
    }

    private Told told(String place, JsonNode object, int constraints) {
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
        return new Told(place, number.longValue(), Double.NaN, NONE, failure.textValue());
      }
      if (!value.isNumber() && !value.isNull()) {
        throw wrong(place, "value", value, "a number, null for none, or a failure");
      }
      return new Told(
          place, number.longValue(), number(value), constraints(place, object, constraints), null);
    }

    private double[] constraints(String place, JsonNode object, int count) {
      JsonNode constraints = object.path("constraints");
      if (count == 0) {
        return NONE;
      }
      if (!constraints.isArray() || constraints.size() != count) {
        throw wrong(place, "constraints", constraints, "an array of " + count + " numbers");
      }
      double[] told = new double[count];
      for (int j = 0; j < count; j++) {
        JsonNode constraint = constraints.get(j);
        if (!constraint.isNumber() && !constraint.isNull()) {
          throw wrong(place, "constraint " + (j + 1), constraint, "a number, or null for none");
        }
        told[j] = number(constraint);
      }
      return told;
    }

    private double number(JsonNode value) {
      return value.isNull() ? Double.NaN : value.doubleValue();
    }

    private IllegalArgumentException wrong(
        String place, String name, JsonNode is, String expected) {
      String text = is.isMissingNode() ? "none" : is.toString();
      return new IllegalArgumentException(
          place + ": " + name + ": " + text + " (expected: " + expected + ")");
    }
  };

  private static final double[] NONE = {};

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

  /**
   * What was told of a position.
   *
   * @param place where in the file
   * @param number the position's number
   * @param value its value; NaN if it has none
   * @param constraints the constraints there
   * @param failure what failed; null if nothing did
   */
  record Told(
      String place, long number, double value, double[] constraints, @Nullable String failure) {

    /** Tells it to a search. */
    void to(AskTell session) {
      try {
        if (failure == null) {
          session.tell(number, value, constraints);
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
   * Reads values, each with so many constraints.
   *
   * @throws IllegalArgumentException if something else is there; says where
   */
  abstract List<Told> read(Reader reader, int constraints) throws IOException;

  /**
   * Reads a file of values, each with so many constraints.
   *
   * @throws IllegalArgumentException if something else is there; says where
   */
  List<Told> read(Path file, int constraints) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader, constraints);
    }
  }
}
