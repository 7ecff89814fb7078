package org.multidescent.bench.examples;

import org.multidescent.Search;
import org.multidescent.bench.problems.control.CartPole;
import org.multidescent.random.RandomStream;
import org.multidescent.report.Budget;
import org.multidescent.report.Result;

/** Finds a policy that balances a pole on a cart, from random episodes alone. */
public final class PolicySearch {

  private PolicySearch() {}

  /**
   * Searches the weights of a linear policy and tries it in fresh episodes.
   *
   * @param args none
   */
  public static void main(String[] args) {
    Result result = search(1, 4000);
    System.out.println(result);
    System.out.println("solved " + solved(result.best().x(), 100) + " of 100 fresh episodes");
  }

  static Result search(long seed, long episodes) {
    return Search.of(CartPole.linearPolicy())
        .seed(seed)
        .reproducible(4)
        .budget(Budget.evaluations(episodes))
        .run();
  }

  static int solved(double[] policy, int episodes) {
    int solved = 0;
    for (int k = 0; k < episodes; k++) {
      solved += CartPole.episode(policy, new RandomStream(-1, k, 0)) == CartPole.STEPS ? 1 : 0;
    }
    return solved;
  }
}
