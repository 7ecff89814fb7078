package org.multidescent.bench.tune;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What the measurements ran on.
 *
 * @param processors the hardware threads this process may use, a container's limit included
 * @param threadsPerCore the hardware threads that share a core; 0 if unknown
 * @param cpu the processor's name, or its architecture if unknown
 * @param runtime the Java virtual machine
 * @param load the tasks that wanted a core, a mean over the last minute; negative if unknown
 */
public record Machine(int processors, int threadsPerCore, String cpu, String runtime, double load) {

  private static final Path SIBLINGS =
      Path.of("/sys/devices/system/cpu/cpu0/topology/thread_siblings_list");
  private static final Path CPU = Path.of("/proc/cpuinfo");

  /**
   * Looks at this machine.
   *
   * @return what it is
   */
  public static Machine here() {
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        siblings(),
        cpuName(),
        System.getProperty("java.vm.name") + " " + Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  /**
   * Returns the machine in words.
   *
   * @return one line
   */
  public String describe() {
    String threads =
        threadsPerCore > 0
            ? ", %d hardware thread%s a core"
                .formatted(threadsPerCore, threadsPerCore > 1 ? "s" : "")
            : "";
    String busy = load >= 0 ? String.format(Locale.ROOT, ", load before %.1f", load) : "";
    return "%d processors (%s%s), %s%s".formatted(processors, cpu, threads, runtime, busy);
  }

  private static int siblings() {
    try {
      return Arrays.stream(Files.readString(SIBLINGS).strip().split(","))
          .mapToInt(Machine::count)
          .sum();
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }

  private static int count(String range) {
    String[] ends = range.split("-");
    return Integer.parseInt(ends[ends.length - 1]) - Integer.parseInt(ends[0]) + 1;
  }

  private static String cpuName() {
    try {
      return Files.readAllLines(CPU).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException | RuntimeException unknown) {
      return System.getProperty("os.arch");
    }
  }
}
