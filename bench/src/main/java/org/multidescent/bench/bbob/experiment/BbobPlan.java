package org.multidescent.bench.bbob.experiment;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.bench.bbob.Suite;
import org.multidescent.bench.bbob.SuiteFunction;
import org.multidescent.bench.contender.Contender;

/**
 * Which runs a BBOB experiment consists of.
 *
 * @param suite where the functions come from
 * @param contenders the methods under comparison
 * @param functions the functions' numbers
 * @param dimensions the numbers of coordinates
 * @param instances the instances' numbers
 * @param budget the most evaluations of a run, for each coordinate
 * @param workers threads of a run, for contenders that can use several
 * @param starts for contenders with a given number of them
 */
public record BbobPlan(
    Suite suite,
    List<Contender> contenders,
    int[] functions,
    int[] dimensions,
    int[] instances,
    long budget,
    int workers,
    int starts) {

  /** One run. */
  record Item(Contender contender, SuiteFunction function) {

    /** The same for every contender, another for each function and instance. */
    long seed() {
      return 1000L * function.number() + function.instance();
    }
  }

  /**
   * Returns how many runs there are.
   *
   * @return contenders times functions times dimensions times instances
   */
  public int runs() {
    return contenders.size() * functions.length * dimensions.length * instances.length;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    for (Contender contender : contenders) {
      for (int dimension : dimensions) {
        for (int function : functions) {
          for (int instance : instances) {
            items.add(new Item(contender, suite.source().function(function, dimension, instance)));
          }
        }
      }
    }
    return items;
  }
}
