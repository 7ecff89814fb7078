package org.multidescent.descent;

/**
 * Others who may evaluate part of what an {@link Oracle} needs: threads without work of their own,
 * each with an oracle of its own. Belongs to the oracle's thread.
 */
public interface EvaluationSharing {

  /**
   * Tells whether it is worth while to offer evaluations to others. Asked before each gradient, so
   * an answer of no must be cheap.
   *
   * @param evaluations how many evaluations there are to share
   * @return whether {@link #share} shall be called
   */
  boolean areWanted(int evaluations);

  /**
   * Evaluates all positions of a split: here, and wherever somebody helps. A call made elsewhere is
   * granted and counted there.
   *
   * @param split what is to be evaluated; complete on return
   * @param own the caller's oracle
   * @throws StopSearch if the search has ended; the split may then be incomplete, and somebody may
   *     still be at work on it
   */
  void share(SharedEvaluations split, Oracle own);
}
