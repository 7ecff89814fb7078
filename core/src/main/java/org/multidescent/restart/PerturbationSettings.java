package org.multidescent.restart;

import org.multidescent.util.Require;

/**
 * How often and how a search perturbs optima.
 *
 * @param share how likely a perturbation follows a stall at first, above 0 to 1; what improves then
 *     moves it
 * @param fresh how many fresh starts follow otherwise, 1 or more
 * @param candidates how many candidates a perturbation evaluates in up to 16 coordinates, 1 or
 *     more; the lowest descends. In more coordinates it evaluates fewer, in inverse proportion
 * @param parents how many of the best optima take part in crosses and means, 3 or more
 * @param evolution whether a search that has not improved for long also runs an evolution strategy
 */
public record PerturbationSettings(
    double share, int fresh, int candidates, int parents, boolean evolution) {

  /** What measured best over the benchmark's functions; see docs/maintainers/decisions.md. */
  public static final PerturbationSettings STANDARD =
      new PerturbationSettings(0.8, 4, 16, 20, true);

  /**
   * Creates settings.
   *
   * @param share above 0 to 1
   * @param fresh 1 or more
   * @param candidates 1 or more
   * @param parents 3 or more
   * @param evolution whether to run an evolution strategy too
   * @throws IllegalArgumentException if a setting is out of range
   */
  public PerturbationSettings {
    Require.that(share > 0 && share <= 1, "share", share, "above 0 to 1");
    Require.atLeast("fresh", fresh, 1);
    Require.atLeast("candidates", candidates, 1);
    Require.atLeast("parents", parents, 3);
  }
}
