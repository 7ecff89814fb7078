package org.multidescent.evaluation;

import org.multidescent.descent.Oracle;

/**
 * Others who may evaluate part of what an {@link Oracle} needs: threads without work of their own,
 * each with an oracle of its own. Belongs to the oracle's thread.
 */
public interface EvaluationSharing {

  /**
   * Tells whether it is worth it to offer evaluations to others. Asked before each gradient, so an
   * answer of no must be cheap.
   *
   * @param evaluations how many evaluations there are to share
   * @return whether {@link #share} shall be called
   */
  boolean areWanted(int evaluations);

  /**
   * Evaluates all positions: here, and on threads that have no work of their own. A call made
   * elsewhere is granted and counted there.
   *
   * @param shared what is to be evaluated; complete on return
   * @param own the caller's oracle
   * @throws StopSearch if the search has ended; they may then be incomplete, and other threads may
   *     still be at work on them
   */
  void share(SharedEvaluations shared, Oracle own);
}
