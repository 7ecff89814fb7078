package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicBoolean;
import org.multidescent.engine.settings.SearchSettings;

/**
 * Whether the objective is noisy, as far as the search knows: declared, or found out. Safe to use
 * from any thread.
 *
 * <p>Implementation note. A search finds out where an evaluation is repeated anyway: when an
 * optimum is polished, its position is evaluated once more. A free-running one asks earlier, where
 * its finite differences have seen noise far above rounding: then a position is evaluated again, at
 * most twice by a worker, so that a smooth function pays nothing. A reproducible one would have to
 * know which task asks first, and promises nothing about objectives that do not repeat.
 */
public final class NoiseState {

  private final boolean asks;
  private final AtomicBoolean found;
  private volatile Runnable whenFound = () -> {};

  private NoiseState(boolean declared, boolean asks) {
    this.found = new AtomicBoolean(declared);
    this.asks = asks;
  }

  /** Returns the state of a search that neither knows nor asks. */
  public static NoiseState none() {
    return new NoiseState(false, false);
  }

  /** Returns the state when a search begins. */
  public static NoiseState of(SearchSettings settings) {
    boolean asks = !settings.isReproducible() && !settings.problem().isConstrained();
    return new NoiseState(settings.problem().isNoisy(), asks);
  }

  /** Sets what is done when noise is found; before the search begins. */
  public void whenFound(Runnable action) {
    whenFound = action;
  }

  /** Tells whether the objective is known to be noisy. */
  public boolean isKnown() {
    return found.get();
  }

  /** Tells whether points may be evaluated once more, to find out. */
  public boolean isToBeChecked() {
    return asks && !isKnown();
  }

  /** Takes note that two values at one position differ. */
  public void found() {
    if (found.compareAndSet(false, true)) {
      whenFound.run();
    }
  }
}
