package org.multidescent.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.multidescent.util.Require;

/**
 * The parameters of an objective, as people have them: with names, scales, whole numbers,
 * categories and angles. The objective sees each in its own unit, in the order in which they were
 * added, and so do results.
 *
 * <pre>{@code
 * Parameters parameters = Parameters.none()
 *     .logarithmic("rate", 1e-6, 1e6)
 *     .periodic("angle", -Math.PI, Math.PI)
 *     .integer("layers", 1, 8);
 * Problem problem = Problem.of(
 *     x -> model(parameters.value(x, "rate"), parameters.value(x, "layers")), parameters.box());
 * }</pre>
 *
 * <p>Immutable: each parameter added makes new ones.
 */
public final class Parameters {

  private final List<Parameter> list;
  private final Map<String, Integer> indices;

  private Parameters(List<Parameter> list) {
    this.list = List.copyOf(list);
    this.indices = new LinkedHashMap<>();
    for (Parameter parameter : list) {
      Integer known = indices.put(parameter.name(), indices.size());
      Require.that(known == null, "name", parameter.name(), "one that no other parameter has");
    }
  }

  /**
   * Returns no parameters, to begin with.
   *
   * @return none
   */
  public static Parameters none() {
    return new Parameters(List.of());
  }

  /**
   * Adds a parameter.
   *
   * @param parameter the parameter
   * @return these and it
   * @throws IllegalArgumentException if another has its name
   */
  public Parameters and(Parameter parameter) {
    Objects.requireNonNull(parameter, "parameter: null (expected: a parameter)");
    List<Parameter> more = new ArrayList<>(list);
    more.add(parameter);
    return new Parameters(more);
  }

  private Parameters and(String name, double lower, double upper, Scale scale, double offset) {
    return and(new Parameter(name, lower, upper, scale, offset, List.of()));
  }

  /**
   * Adds a parameter whose values matter by their differences.
   *
   * @param name its name
   * @param lower its lower bound, finite
   * @param upper its upper bound, finite
   * @return these and it
   * @throws IllegalArgumentException if a name or bounds are refused, as for {@link Parameter}
   */
  public Parameters linear(String name, double lower, double upper) {
    return and(name, lower, upper, Scale.LINEAR, 0);
  }

  /**
   * Adds a parameter whose values matter by their ratios.
   *
   * @param name its name
   * @param lower its lower bound, above 0
   * @param upper its upper bound, finite
   * @return these and it
   * @throws IllegalArgumentException if a name or bounds are refused, as for {@link Parameter}
   */
  public Parameters logarithmic(String name, double lower, double upper) {
    return and(name, lower, upper, Scale.LOGARITHMIC, 0);
  }

  /**
   * Adds a parameter whose values matter by their ratios once an offset is added, so that 0 may be
   * among them.
   *
   * @param name its name
   * @param lower its lower bound, above {@code -offset}
   * @param upper its upper bound, finite
   * @param offset what is added before the logarithm is taken
   * @return these and it
   * @throws IllegalArgumentException if a name or bounds are refused, as for {@link Parameter}
   */
  public Parameters logarithmic(String name, double lower, double upper, double offset) {
    return and(name, lower, upper, Scale.LOGARITHMIC, offset);
  }

  /**
   * Adds a parameter that begins anew after a period, such as an angle. Two optima a period apart
   * are one.
   *
   * @param name its name
   * @param lower where the period begins
   * @param upper where it ends: the same as {@code lower}, not taken as a value
   * @return these and it
   * @throws IllegalArgumentException if a name or bounds are refused, as for {@link Parameter}
   */
  public Parameters periodic(String name, double lower, double upper) {
    return and(name, lower, upper, Scale.PERIODIC, 0);
  }

  /**
   * Adds a parameter of whole numbers.
   *
   * @param name its name
   * @param lower the lowest
   * @param upper the highest, itself included
   * @return these and it
   * @throws IllegalArgumentException if a name or bounds are refused, as for {@link Parameter}
   */
  public Parameters integer(String name, long lower, long upper) {
    return and(name, lower, upper, Scale.INTEGER, 0);
  }

  /**
   * Adds a parameter that is one of several things; its value is the number of the thing, from 0.
   *
   * @param name its name
   * @param categories the things' names, two or more, all different
   * @return these and it
   * @throws IllegalArgumentException if a name is refused, or a category is twice among them
   */
  public Parameters categorical(String name, String... categories) {
    boolean distinct = Arrays.stream(categories).distinct().count() == categories.length;
    Require.that(
        distinct && categories.length >= 2,
        "categories",
        Arrays.toString(categories),
        "two or more, all different");
    return and(
        new Parameter(name, 0, categories.length - 1.0, Scale.INTEGER, 0, List.of(categories)));
  }

  /**
   * Adds a parameter that keeps one value.
   *
   * @param name its name
   * @param value its value, finite
   * @return these and it
   * @throws IllegalArgumentException if a name or value is refused, as for {@link Parameter}
   */
  public Parameters fixed(String name, double value) {
    return and(name, value, value, Scale.LINEAR, 0);
  }

  /**
   * Returns the box of these parameters, for any form of {@link Problem}: it knows their scales.
   *
   * @return the box
   * @throws IllegalArgumentException if there are none
   */
  public Box box() {
    return Box.of(this);
  }

  /**
   * Returns all parameters.
   *
   * @return them in the order of coordinates
   */
  public List<Parameter> list() {
    return list;
  }

  /**
   * Returns a parameter's coordinate.
   *
   * @param name its name
   * @return its index, from 0
   * @throws IllegalArgumentException if there is none of that name
   */
  public int index(String name) {
    Integer index = indices.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "name: " + name + " (expected: one of " + String.join(", ", indices.keySet()) + ")");
    }
    return index;
  }

  /**
   * Returns a parameter's value at a position.
   *
   * @param x a position, as an objective gets it or a result has it
   * @param name the parameter's name
   * @return the value in its own unit
   * @throws IllegalArgumentException if there is none of that name
   */
  public double value(double[] x, String name) {
    return x[index(name)];
  }

  /**
   * Returns the category of a categorical parameter at a position.
   *
   * @param x a position
   * @param name the parameter's name
   * @return the name of the category
   * @throws IllegalArgumentException if no categorical one has that name
   */
  public String category(double[] x, String name) {
    Parameter parameter = list.get(index(name));
    Require.that(!parameter.categories().isEmpty(), "name", name, "a categorical parameter");
    return parameter.text(value(x, name));
  }

  /**
   * Returns all values at a position by name.
   *
   * @param x a position
   * @return the values, in the order of coordinates
   */
  public Map<String, Double> values(double[] x) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = 0; i < list.size(); i++) {
      values.put(list.get(i).name(), x[i]);
    }
    return values;
  }

  /**
   * Returns the position at which parameters have these values, such as a given start.
   *
   * @param values one for each parameter
   * @return the position
   * @throws IllegalArgumentException if a name is missing or unknown
   */
  public double[] position(Map<String, Double> values) {
    double[] x = new double[list.size()];
    values.keySet().forEach(this::index);
    for (int i = 0; i < x.length; i++) {
      Double value = values.get(list.get(i).name());
      if (value == null) {
        throw new IllegalArgumentException(
            "values: none for " + list.get(i).name() + " (expected: one for each parameter)");
      }
      x[i] = value;
    }
    return x;
  }

  /**
   * Writes a position as a text.
   *
   * @param x a position
   * @return names and values, categories by their names
   */
  public String describe(double[] x) {
    StringJoiner text = new StringJoiner(", ");
    for (int i = 0; i < list.size(); i++) {
      text.add(list.get(i).name() + " = " + list.get(i).text(x[i]));
    }
    return text.toString();
  }

  /**
   * Writes a position as a text, by names if there are any.
   *
   * @param parameters what the coordinates are; null for nothing but coordinates
   * @param x a position
   * @return names and values, or the coordinates
   */
  public static String describe(@Nullable Parameters parameters, double[] x) {
    return parameters == null ? Arrays.toString(x) : "[" + parameters.describe(x) + "]";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Parameters parameters && list.equals(parameters.list);
  }

  @Override
  public int hashCode() {
    return list.hashCode();
  }

  @Override
  public String toString() {
    return list.toString();
  }
}
