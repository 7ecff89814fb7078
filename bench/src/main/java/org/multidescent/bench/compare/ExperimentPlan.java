package org.multidescent.bench.compare;

import java.util.ArrayList;
import java.util.List;
import org.multidescent.bench.contender.Contender;

/**
 * Which runs a comparison consists of.
 *
 * @param problems the problems
 * @param competitors who runs on each
 * @param seeds the seeds of each pair
 * @param starts how many starts contenders with a given number get
 * @param analytic whether gradients are analytic where the problem has them
 */
public record ExperimentPlan(
    List<BenchmarkProblem> problems,
    List<Competitor> competitors,
    List<Long> seeds,
    int starts,
    boolean analytic) {

  /**
   * Creates a plan.
   *
   * @param problems as above; copied
   * @param competitors as above; copied
   * @param seeds as above; copied
   * @param starts as above
   * @param analytic as above
   */
  public ExperimentPlan {
    problems = List.copyOf(problems);
    competitors = List.copyOf(competitors);
    seeds = List.copyOf(seeds);
  }

  /**
   * Pairs contenders with numbers of workers; one that cannot use several threads gets one.
   *
   * @param contenders the contenders
   * @param workers the numbers of workers, each 1 or more
   * @return the competitors, in the contenders' order
   */
  public static List<Competitor> competitors(List<Contender> contenders, List<Integer> workers) {
    List<Competitor> competitors = new ArrayList<>();
    for (Contender contender : contenders) {
      for (int count : contender.isParallel() ? workers : List.of(1)) {
        competitors.add(new Competitor(contender, count));
      }
    }
    return competitors;
  }

  /**
   * Returns how many runs there are.
   *
   * @return problems times competitors times seeds
   */
  public int runs() {
    return problems.size() * competitors.size() * seeds.size();
  }

  List<RunSpec> specs() {
    List<RunSpec> fixtures = new ArrayList<>();
    for (BenchmarkProblem problem : problems) {
      for (Competitor competitor : competitors) {
        for (long seed : seeds) {
          fixtures.add(new RunSpec(problem, competitor, seed));
        }
      }
    }
    return fixtures;
  }
}
