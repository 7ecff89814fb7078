package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Linux's accounts of threads: how long each was on a core, how long in the run queue, and how
 * often it gave its core up or lost it.
 */
final class ThreadAccounts {

  private static final Path THREADS = Path.of("/proc/self/task");
  private static final Pattern SWITCHES =
      Pattern.compile(
          "voluntary_ctxt_switches:\\s*(\\d+)\\s+nonvoluntary_ctxt_switches:\\s*(\\d+)");

  private final List<Account> accounts = new ArrayList<>();

  /** One thread's sums since it began: nanoseconds, and how often it left a core. */
  private record Account(long ran, long waited, long yielded, long preempted) {}

  private ThreadAccounts() {}

  /** Reads the accounts of the threads whose names begin with a prefix; none without Linux. */
  static ThreadAccounts now(String prefix) {
    ThreadAccounts now = new ThreadAccounts();
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
      for (Path thread : threads) {
        if (Files.readString(thread.resolve("comm")).startsWith(prefix)) {
          now.accounts.add(read(thread));
        }
      }
    } catch (IOException | RuntimeException notLinux) {
      now.accounts.clear();
    }
    return now;
  }

  /** Returns what the threads that exist now have had since then. */
  CoreShare since(ThreadAccounts before) {
    long ran = sum(Account::ran) - before.sum(Account::ran);
    long waited = sum(Account::waited) - before.sum(Account::waited);
    double yielded = sum(Account::yielded) - before.sum(Account::yielded);
    double preempted = sum(Account::preempted) - before.sum(Account::preempted);
    return new CoreShare(ran, waited, yielded / (yielded + preempted));
  }

  private long sum(ToLongFunction<Account> figure) {
    return accounts.stream().mapToLong(figure).sum();
  }

  private static Account read(Path thread) throws IOException {
    String[] times = Files.readString(thread.resolve("schedstat")).split(" ");
    Matcher switches = SWITCHES.matcher(Files.readString(thread.resolve("status")));
    if (!switches.find()) {
      throw new IOException("status: no numbers of context switches");
    }
    return new Account(
        Long.parseLong(times[0]),
        Long.parseLong(times[1]),
        Long.parseLong(switches.group(1)),
        Long.parseLong(switches.group(2)));
  }
}
