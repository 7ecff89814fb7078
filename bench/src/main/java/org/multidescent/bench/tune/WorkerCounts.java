package org.multidescent.bench.tune;

import java.util.TreeSet;

/** The numbers of workers worth measuring. */
final class WorkerCounts {

  private WorkerCounts() {}

  /**
   * Returns 1, 2, 3, 4, 6, 8, 12, ... up to the processors, the cores if hardware threads share
   * them, and one and a half and two times the processors.
   */
  static int[] of(Machine machine) {
    int processors = machine.processors();
    TreeSet<Integer> rungs = new TreeSet<>();
    for (int rung = 1; rung <= processors; rung *= 2) {
      rungs.add(rung);
      if (rung > 1 && rung + rung / 2 <= processors) {
        rungs.add(rung + rung / 2);
      }
    }
    rungs.add(processors);
    if (machine.threadsPerCore() > 1) {
      rungs.add(Math.max(1, processors / machine.threadsPerCore()));
    }
    rungs.add((3 * processors + 1) / 2);
    rungs.add(2 * processors);
    return rungs.stream().mapToInt(Integer::intValue).toArray();
  }
}
