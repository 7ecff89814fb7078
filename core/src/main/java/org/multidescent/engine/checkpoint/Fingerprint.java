package org.multidescent.engine.checkpoint;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multidescent.checkpoint.Snapshot;
import org.multidescent.engine.settings.SearchSettings;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.CheckpointException;

/**
 * What makes two searches the same, so that one may go on from the other's checkpoint. The
 * objective is not among it: nothing can be said of a function but where it is defined.
 */
public final class Fingerprint {

  /** What differs from run to run in the name of an object or a lambda expression. */
  private static final Pattern PASSING = Pattern.compile("\\$\\$Lambda[^,\\]]*|@\\p{XDigit}+");

  private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

  private static final String INEQUALITIES = "inequalities";
  private static final String EQUALITIES = "equalities";
  private static final String APART = "apart";
  private static final String TOLERANCE = "tolerance";

  private Fingerprint() {}

  /** Returns the names of all settings that decide the path of a search, with their values. */
  public static Map<String, String> of(SearchSettings settings) {
    int dimension = settings.problem().dimension();
    Map<String, String> identity = new LinkedHashMap<>(of(settings.problem()));
    settings.saved().identify(identity);
    identity.put("lanes", Integer.toString(settings.path().lanes()));
    identity.put("starts", name(settings.path().starts().sequence()));
    identity.put("restart", name(settings.path().restart()));
    identity.put(
        "step rule",
        name(settings.path().descent().steps())
            + " "
            + settings.path().descent().steps().memory(dimension));
    identity.put("stall rule", name(settings.path().descent().stalls()));
    identity.put("gives up", Boolean.toString(settings.path().descent().givesUp()));
    identity.put(
        "differences",
        name(settings.path().descent().differences())
            + " "
            + settings.path().descent().differences().memory(dimension));
    return identity;
  }

  private static Map<String, String> of(Problem problem) {
    Map<String, String> identity = new LinkedHashMap<>();
    identity.put("box", problem.startBox().toString());
    identity.put("bounds", problem.bounds().toString());
    identity.put("analytic gradient", Boolean.toString(problem.isDifferentiable()));
    if (problem.isConstrained()) {
      Constraints constraints = problem.constraints();
      identity.put(INEQUALITIES, Integer.toString(constraints.inequalities()));
      identity.put(EQUALITIES, Integer.toString(constraints.equalities()));
      identity.put(APART, Boolean.toString(constraints.areApart()));
      identity.put("analytic Jacobian", Boolean.toString(constraints.isDifferentiable()));
      identity.put(TOLERANCE, Double.toString(constraints.tolerance()));
    }
    return identity;
  }

  /**
   * Returns the constraints of a problem that come with its objective.
   *
   * @param saved the fingerprint of a search
   * @return the constraints; null if they are computed apart, so that nothing can be said of them
   * @throws IllegalArgumentException if it is no fingerprint
   */
  public static @Nullable Constraints toldConstraints(Map<String, String> saved) {
    String inequalities = saved.get(INEQUALITIES);
    if (inequalities == null) {
      return Constraints.told(0, 0);
    }
    if (Boolean.parseBoolean(saved.get(APART))) {
      return null;
    }
    int equalities = Integer.parseInt(saved.getOrDefault(EQUALITIES, ""));
    return Constraints.told(Integer.parseInt(inequalities), equalities)
        .tolerance(Double.parseDouble(saved.getOrDefault(TOLERANCE, "")));
  }

  /**
   * Checks that a checkpoint is one of a problem.
   *
   * @param snapshot the checkpoint
   * @param problem the problem
   * @throws CheckpointException if it is one of another problem
   */
  public static void require(Snapshot snapshot, Problem problem) {
    require(snapshot, of(problem));
  }

  public static void require(Snapshot snapshot, SearchSettings settings) {
    require(snapshot, of(settings));
    SnapshotCheck.require(snapshot, settings);
  }

  private static void require(Snapshot snapshot, Map<String, String> identity) {
    String difference = difference(identity, snapshot.identity());
    if (difference != null) {
      throw new CheckpointException(difference + ", as in the checkpoint)");
    }
  }

  /**
   * Compares names of settings and their values with those that were saved.
   *
   * @return the first that differs, as the beginning of a message; null if none does
   */
  public static @Nullable String difference(Map<String, String> now, Map<String, String> saved) {
    for (Map.Entry<String, String> one : now.entrySet()) {
      String before = saved.get(one.getKey());
      if (before == null || !isSame(one.getValue(), before)) {
        return "%s: %s (expected: %s"
            .formatted(one.getKey(), one.getValue(), before == null ? "none" : before);
      }
    }
    return null;
  }

  /** Tells whether two texts are equal but for how the same numbers are printed. */
  static boolean isSame(String one, String other) {
    return bits(one).equals(bits(other));
  }

  /**
   * Replaces each printed number, which tells it exactly, by its bits: releases print differently.
   */
  private static String bits(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(number -> Double.toHexString(Double.parseDouble(number.group())));
  }

  /** Returns the content of a record, the class of anything else, in it and outside. */
  private static String name(Object part) {
    String name = part instanceof Record record ? content(record) : part.getClass().getName();
    return PASSING.matcher(name).replaceAll("");
  }

  /**
   * Returns what a record says of itself. It is not asked: the first record of a JVM that is keeps
   * the class loader of its components for ever, in a cache of JDK 17.
   */
  private static String content(Record record) {
    StringJoiner content = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Method accessor = component.getAccessor();
      if (!accessor.trySetAccessible()) {
        return record.toString();
      }
      try {
        Object value = accessor.invoke(record);
        String inner = value instanceof Record other ? content(other) : String.valueOf(value);
        content.add(component.getName() + "=" + inner);
      } catch (ReflectiveOperationException failed) {
        return record.toString();
      }
    }
    return content.toString();
  }
}
