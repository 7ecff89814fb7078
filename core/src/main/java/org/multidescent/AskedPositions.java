package org.multidescent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.multidescent.AskTell.Asked;
import org.multidescent.engine.checkpoint.Fingerprint;
import org.multidescent.function.BatchException;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Box;
import org.multidescent.problem.Evaluator;

/**
 * The positions a search waits for, and what was told of them. Guarded by its own lock.
 *
 * <p>Implementation note. New positions are put in the order of their coordinates when the search
 * cannot go on without values, so that their order does not depend on which thread came first. They
 * are known by their bits; one that is known is not asked for again.
 */
final class AskedPositions {

  /** A position, what was told of it, and how many calls wait for that. */
  private static final class Entry {
    final double[] x;
    long number;
    boolean told;
    boolean wanted;
    double[] values = {};
    @Nullable String failure;

    Entry(double[] x) {
      this.x = x;
    }
  }

  /** A call under way. */
  private static final class Call {
    int missing;
  }

  private static final Comparator<Entry> BY_POSITION = (a, b) -> Arrays.compare(a.x, b.x);

  private final Box box;
  private final int constraints;
  private final Map<String, String> settings;
  private final Map<List<Double>, Entry> entries = new HashMap<>();
  private final TreeMap<Long, Entry> numbered = new TreeMap<>();
  private final Map<Entry, List<Call>> calls = new HashMap<>();
  private final List<Entry> fresh = new ArrayList<>();
  private final List<Entry> pending = new ArrayList<>();
  private int blocked;
  private boolean ended;

  /** Creates positions of which so many constraints are told beside the objective's value. */
  AskedPositions(Box box, int constraints) {
    this(box, constraints, new LinkedHashMap<>());
  }

  private AskedPositions(Box box, int constraints, Map<String, String> settings) {
    this.box = box;
    this.constraints = constraints;
    this.settings = settings;
  }

  /** Checks that a search has the settings that were saved; notes them if none were. */
  void requireSettings(Map<String, String> asked) {
    Map<String, String> now = new LinkedHashMap<>(asked);
    now.replaceAll((name, value) -> AskedFile.line(value));
    if (!settings.isEmpty()) {
      String difference = Fingerprint.difference(now, settings);
      for (Map.Entry<String, String> saved : settings.entrySet()) {
        if (!now.containsKey(saved.getKey())) {
          difference = "%s: none (expected: %s".formatted(saved.getKey(), saved.getValue());
          break;
        }
      }
      if (difference != null) {
        throw new IllegalArgumentException(difference + ", as in the saved search)");
      }
    }
    settings.putAll(now);
  }

  Box box() {
    return box;
  }

  /** Goes on from what was saved. */
  static AskedPositions of(AskedFile saved, int constraints) {
    AskedPositions positions = new AskedPositions(saved.box(), constraints, saved.settings());
    for (AskedFile.Line line : saved.lines()) {
      Entry entry = new Entry(line.x());
      entry.number = line.number();
      entry.told = line.told();
      entry.values = line.values();
      entry.failure = line.failure();
      positions.numbered.put(entry.number, entry);
      positions.entries.put(key(entry.x), entry);
    }
    return positions;
  }

  synchronized void write(Path file) throws IOException {
    List<AskedFile.Line> lines = new ArrayList<>();
    numbered
        .values()
        .forEach(e -> lines.add(new AskedFile.Line(e.number, e.x, e.told, e.values, e.failure)));
    new AskedFile(box, settings, lines).write(file);
  }

  private static List<Double> key(double[] x) {
    return Arrays.stream(x).boxed().toList();
  }

  /** Tells whether the search goes on only with further values; orders new positions if so. */
  synchronized boolean isComplete(IntPredicate waitsFor) {
    if (!waitsFor.test(blocked)) {
      return false;
    }
    fresh.sort(BY_POSITION);
    pending.addAll(fresh);
    fresh.clear();
    return true;
  }

  synchronized void await(long millis) throws InterruptedException {
    wait(millis);
  }

  /** Gives positions that have not been given, with their numbers. */
  synchronized List<Asked> take(int most) {
    requireWanted();
    List<Asked> taken = new ArrayList<>();
    List<Entry> given = pending.subList(0, Math.min(most, pending.size()));
    for (Entry entry : given) {
      entry.number = numbered.isEmpty() ? 1 : numbered.lastKey() + 1;
      numbered.put(entry.number, entry);
      taken.add(new Asked(entry.number, entry.x.clone()));
    }
    given.clear();
    return taken;
  }

  /** A search that ends may ask for fewer positions than one that had not all the values. */
  private void requireWanted() {
    if (!numbered.isEmpty() && numbered.values().stream().noneMatch(entry -> entry.wanted)) {
      throw new IllegalStateException(
          "settings: of another search, which asks for none of the saved positions (expected: the"
              + " settings of the search that was saved)");
    }
  }

  synchronized List<Asked> waiting() {
    return numbered.values().stream()
        .filter(entry -> !entry.told)
        .map(entry -> new Asked(entry.number, entry.x.clone()))
        .toList();
  }

  /** Tells the objective's value and then those of the constraints. */
  void tell(long number, double[] values) {
    if (values.length != 1 + constraints) {
      throw new IllegalArgumentException(
          "constraints: %d told of position %d (expected: %d)"
              .formatted(values.length - 1, number, constraints));
    }
    tell(number, values, null);
  }

  void tell(long number, String failure) {
    tell(number, new double[0], failure);
  }

  private synchronized void tell(long number, double[] values, @Nullable String failure) {
    Entry entry = numbered.get(number);
    if (entry == null) {
      throw new IllegalArgumentException(
          "number: " + number + " (expected: the number of a position that was asked for)");
    }
    if (entry.told) {
      throw new IllegalStateException(
          "number: " + number + " was told before (expected: one tell for each position)");
    }
    entry.told = true;
    entry.values = values;
    entry.failure = failure;
    List<Call> waiting = calls.remove(entry);
    if (waiting != null) {
      for (Call call : waiting) {
        if (--call.missing == 0) {
          blocked--;
        }
      }
    }
    notifyAll();
  }

  /** Has calls give up. */
  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  private synchronized void evaluate(
      double[] positions, int count, double[] values, double[] under) {
    int dimension = box.dimension();
    Entry[] mine = new Entry[count];
    Call call = new Call();
    for (int k = 0; k < count; k++) {
      double[] x = Arrays.copyOfRange(positions, k * dimension, (k + 1) * dimension);
      mine[k] = entries.computeIfAbsent(key(x), unknown -> ask(x));
      mine[k].wanted = true;
      if (!mine[k].told) {
        calls.computeIfAbsent(mine[k], none -> new ArrayList<>()).add(call);
        call.missing++;
      }
    }
    await(call);
    Throwable[] failures = new Throwable[count];
    boolean failed = false;
    for (int k = 0; k < count; k++) {
      if (mine[k].failure == null) {
        values[k] = mine[k].values[0];
        System.arraycopy(mine[k].values, 1, under, k * constraints, constraints);
      } else {
        failures[k] = new IllegalStateException(mine[k].failure);
        failed = true;
      }
    }
    if (failed) {
      throw new BatchException(failures);
    }
  }

  private Entry ask(double[] x) {
    Entry entry = new Entry(x);
    fresh.add(entry);
    return entry;
  }

  private void await(Call call) {
    if (call.missing > 0) {
      blocked++;
      notifyAll();
    }
    boolean interrupted = false;
    while (call.missing > 0 && !ended) {
      try {
        wait();
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (call.missing > 0) {
      throw new EvaluationUnavailableException("the search has ended");
    }
  }

  Evaluator evaluator() {
    return new Evaluator() {
      @Override
      public double value(double[] x) {
        double[] single = new double[1];
        values(x, 1, single);
        return single[0];
      }

      @Override
      public double valueAndGradient(double[] x, double[] gradient) {
        throw new IllegalStateException("the problem has no analytic gradient");
      }

      @Override
      public void values(double[] xs, int count, double[] values) {
        evaluate(xs, count, values, new double[count * constraints]);
      }

      @Override
      public double valueAndConstraints(double[] x, double[] under) {
        double[] single = new double[1];
        evaluate(x, 1, single, under);
        return single[0];
      }

      @Override
      public void valuesAndConstraints(double[] xs, int count, double[] values, double[] under) {
        evaluate(xs, count, values, under);
      }

      @Override
      public Runnable cancellation() {
        return AskedPositions.this::end;
      }
    };
  }
}
