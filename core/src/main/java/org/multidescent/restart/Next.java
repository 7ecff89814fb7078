package org.multidescent.restart;

import java.util.Objects;
import org.multidescent.util.Require;

/** What takes a stalled point's place. */
public sealed interface Next {

  /** Nothing: there is one point fewer. */
  Next NOTHING = new Fresh(0);

  /** The run of an evolution strategy goes on that has waited longest. */
  Next RESUME = new Resume(0);

  /**
   * Fresh starts: the next ones of the sequence are evaluated and wait in the frontier. While a
   * million points wait there, one is evaluated instead of more.
   *
   * @param count how many, 0 or more
   */
  record Fresh(int count) implements Next {

    /**
     * Creates the decision.
     *
     * @param count 0 or more
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public Fresh {
      Require.atLeast("count", count, 0);
    }
  }

  /**
   * A run of an evolution strategy that waits goes on; while it waits it is one point more. There
   * has to be one, see {@link SearchView#pausedRuns}.
   *
   * @param run which of those that wait; 0 for the one that has waited longest
   */
  record Resume(int run) implements Next {

    /**
     * Creates the decision.
     *
     * @param run as above
     * @throws IllegalArgumentException if {@code run} is negative
     */
    public Resume {
      Require.atLeast("run", run, 0);
    }
  }

  /**
   * A perturbation: candidates are drawn near a known optimum and evaluated, and the lowest
   * descends at once.
   *
   * @param perturbation how candidates are drawn
   */
  record Perturb(Perturbation perturbation) implements Next {

    /**
     * Creates the decision.
     *
     * @param perturbation how candidates are drawn
     */
    public Perturb {
      Objects.requireNonNull(perturbation, "perturbation: null (expected: a perturbation)");
    }
  }
}
