package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.bench.contender.Contender;

/**
 * Which runs a comparison consists of.
 *
 * @param cases the problems
 * @param entrants who runs on each
 * @param seeds the seeds of each pair
 * @param starts how many starts contenders with a given number get
 * @param analytic whether gradients are analytic where the problem has them
 */
public record Plan(
    List<Case> cases, List<Entrant> entrants, List<Long> seeds, int starts, boolean analytic) {

  /**
   * Creates a plan.
   *
   * @param cases as above; copied
   * @param entrants as above; copied
   * @param seeds as above; copied
   * @param starts as above
   * @param analytic as above
   */
  public Plan {
    cases = List.copyOf(cases);
    entrants = List.copyOf(entrants);
    seeds = List.copyOf(seeds);
  }

  /**
   * Pairs contenders with numbers of workers; one that cannot use several threads gets one.
   *
   * @param contenders the contenders
   * @param workers the numbers of workers, each 1 or more
   * @return the entrants, in the contenders' order
   */
  public static List<Entrant> entrants(List<Contender> contenders, List<Integer> workers) {
    List<Entrant> entrants = new ArrayList<>();
    for (Contender contender : contenders) {
      for (int count : contender.isParallel() ? workers : List.of(1)) {
        entrants.add(new Entrant(contender, count));
      }
    }
    return entrants;
  }

  /**
   * Returns how many runs there are.
   *
   * @return problems times entrants times seeds
   */
  public int runs() {
    return cases.size() * entrants.size() * seeds.size();
  }

  List<Fixture> fixtures() {
    List<Fixture> fixtures = new ArrayList<>();
    for (Case problem : cases) {
      for (Entrant entrant : entrants) {
        for (long seed : seeds) {
          fixtures.add(new Fixture(problem, entrant, seed));
        }
      }
    }
    return fixtures;
  }
}
