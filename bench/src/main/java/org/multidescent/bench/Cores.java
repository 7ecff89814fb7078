package org.multidescent.bench;

import java.util.ArrayList;
import java.util.List;

/** The numbers of threads worth trying on this machine. */
final class Cores {

  private Cores() {}

  /** Returns 1, 2, 4, ... and the number of available processors, as on the command line. */
  static String ladder() {
    int cores = Runtime.getRuntime().availableProcessors();
    List<String> ladder = new ArrayList<>();
    for (int workers = 1; workers < cores; workers *= 2) {
      ladder.add(Integer.toString(workers));
    }
    ladder.add(Integer.toString(cores));
    return String.join(",", ladder);
  }
}
