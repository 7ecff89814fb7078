package org.multidescent.bench.bbob.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.multidescent.bench.bbob.Attainment;
import org.multidescent.bench.bbob.BbobRow;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.TargetDistribution;
import org.multidescent.bench.statistics.PairedComparison;

/** Which contender has the largest area in each dimension, and whether that may be chance. */
public final class BbobWinner {

  private static final double LEVEL = 0.05;

  private BbobWinner() {}

  /**
   * Compares the two contenders with the largest areas.
   *
   * @param rows the measured rows
   * @param suite what they were measured on
   * @return a list in Markdown, one line a dimension; empty if there is one contender
   */
  public static String markdown(Collection<BbobRow> rows, Suite suite) {
    String lines =
        rows.stream()
            .collect(Collectors.groupingBy(BbobRow::dimension, TreeMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(entry -> line(entry.getKey(), entry.getValue(), suite))
            .collect(Collectors.joining());
    return lines.isEmpty() ? "" : "## Who won\n\n" + lines + "\n";
  }

  private static String line(int dimension, List<BbobRow> rows, Suite suite) {
    int targets = suite.targets().count();
    Map<String, List<BbobRow>> contenders =
        rows.stream()
            .collect(Collectors.groupingBy(BbobRow::contender, TreeMap::new, Collectors.toList()));
    List<Map.Entry<String, List<BbobRow>>> ranked =
        contenders.entrySet().stream()
            .sorted(Comparator.comparingDouble(entry -> -area(entry.getValue(), targets)))
            .toList();
    if (ranked.size() < 2) {
      return "";
    }
    String winner = ranked.get(0).getKey();
    List<BbobRow> first = ranked.get(0).getValue();
    List<BbobRow> second = ranked.get(1).getValue();
    PairedComparison pairs = pairs(first, second, targets);
    boolean likely = pairs.wilcoxonP() < LEVEL && pairs.better() > pairs.worse();
    return String.format(
        Locale.ROOT,
        "- %d-D: %s %s, area %.3f; %s has %.3f. Better on %d functions and instances, worse on %d,"
            + " p = %.2g.\n",
        dimension,
        likely ? "**" + winner + "**" : winner,
        likely ? "wins" : "is ahead, but that may be chance",
        area(first, targets),
        ranked.get(1).getKey(),
        area(second, targets),
        pairs.better(),
        pairs.worse(),
        pairs.wilcoxonP());
  }

  private static PairedComparison pairs(List<BbobRow> first, List<BbobRow> second, int targets) {
    List<Double> lower = new ArrayList<>();
    List<Double> higher = new ArrayList<>();
    for (BbobRow one : first) {
      for (BbobRow other : second) {
        if (one.function() == other.function() && one.instance() == other.instance()) {
          lower.add(-area(List.of(one), targets));
          higher.add(-area(List.of(other), targets));
        }
      }
    }
    return lower.isEmpty()
        ? new PairedComparison(0, 0, 0, 1, 1)
        : PairedComparison.of(array(lower), array(higher));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double area(List<BbobRow> rows, int targets) {
    return Attainment.of(TargetDistribution.of(rows, targets)).area();
  }
}
