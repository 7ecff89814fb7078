package org.multidescent.bench.bbob.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Brings what is finished in any order back into order. Thread-safe. */
final class OrderedResults<T> {

  private final TreeMap<Integer, T> waiting = new TreeMap<>();
  private final List<T> delivered = new ArrayList<>();
  private int next;

  /** Takes the item with an index, and tells of it and its followers once all before are told. */
  synchronized void put(int index, T item, Consumer<? super T> listener) {
    waiting.put(index, item);
    while (!waiting.isEmpty() && waiting.firstKey() == next) {
      deliver(listener);
    }
  }

  /** Tells of what is left, in order, with gaps. */
  synchronized void flush(Consumer<? super T> listener) {
    while (!waiting.isEmpty()) {
      deliver(listener);
    }
  }

  /** Returns what has been told. */
  synchronized List<T> delivered() {
    return List.copyOf(delivered);
  }

  private void deliver(Consumer<? super T> listener) {
    T item = waiting.pollFirstEntry().getValue();
    next++;
    delivered.add(item);
    listener.accept(item);
  }
}
