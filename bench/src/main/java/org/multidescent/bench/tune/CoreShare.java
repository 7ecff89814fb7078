package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How long threads had a core and how long they waited for one, from Linux's accounts.
 *
 * <p>On a machine shared with other programs more threads also win a larger part of the machine,
 * which looks like scaling and is not. The kernel tells how long each thread ran and how long it
 * stood in the run queue. Threads that want D cores at a time would have {@code min(D, P)} of P
 * processors of their own; had they less, the rate is put up accordingly.
 *
 * @param ran nanoseconds on a core, summed over the threads
 * @param waited nanoseconds in the run queue, summed over the threads
 */
record CoreShare(long ran, long waited) {

  private static final Path THREADS = Path.of("/proc/self/task");

  /**
   * Reads the accounts of the threads whose names begin with a prefix.
   *
   * @return the sums since the threads began; zeros if there are no such accounts
   */
  static CoreShare now(String prefix) {
    long ran = 0;
    long waited = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).startsWith(prefix)) {
          String[] fields = Files.readString(thread.resolve("schedstat")).split(" ");
          ran += Long.parseLong(fields[0]);
          waited += Long.parseLong(fields[1]);
        }
      }
    } catch (IOException | RuntimeException notLinux) {
      return new CoreShare(0, 0);
    }
    return new CoreShare(ran, waited);
  }

  CoreShare since(CoreShare before) {
    return new CoreShare(ran - before.ran, waited - before.waited);
  }

  /** Returns the share of the wanted time that was served; NaN if unknown. */
  double served() {
    return ran > 0 ? (double) ran / (ran + waited) : Double.NaN;
  }

  /** Returns by how much the rate would rise on a machine of one's own; 1 if unknown. */
  double correction(double elapsed, int processors) {
    if (ran <= 0) {
      return 1;
    }
    double demand = (ran + waited) / elapsed;
    return Math.max(1, Math.min(demand, processors) * elapsed / ran);
  }

  /** Returns the rate for each second the threads together were on a core; NaN if unknown. */
  double perCore(double rate, double elapsed) {
    return ran > 0 ? rate * elapsed / ran : Double.NaN;
  }
}
