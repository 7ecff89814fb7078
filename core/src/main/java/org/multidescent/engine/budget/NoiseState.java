package org.multidescent.engine.budget;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.multidescent.engine.settings.SearchSettings;

/**
 * Whether the objective is noisy, as far as the search knows: declared, or found out. Safe to use
 * from any thread.
 *
 * <p>Implementation note. A search finds out where an evaluation is repeated anyway: when an
 * optimum is polished, its position is evaluated once more. A free-running one asks earlier, where
 * its finite differences have seen noise far above rounding: then a position is evaluated again, at
 * most twice in a search, so that a smooth function pays nothing. A reproducible one would have to
 * know which task asks first, and promises nothing about objectives that do not repeat.
 */
public final class NoiseState {

  private static final int CHECKS = 2;

  private final AtomicInteger checks;
  private final AtomicBoolean found;
  private volatile Runnable whenFound = () -> {};

  private NoiseState(boolean declared, int checks) {
    this.found = new AtomicBoolean(declared);
    this.checks = new AtomicInteger(checks);
  }

  /** Returns the state of a search that neither knows nor asks. */
  public static NoiseState none() {
    return new NoiseState(false, 0);
  }

  /** Returns the state when a search begins. */
  public static NoiseState of(SearchSettings settings) {
    boolean asks = !settings.isReproducible() && !settings.problem().isConstrained();
    return new NoiseState(settings.problem().isNoisy(), asks ? CHECKS : 0);
  }

  /** Sets what is done when noise is found; before the search begins. */
  public void whenFound(Runnable action) {
    whenFound = action;
  }

  /** Tells whether the objective is known to be noisy. */
  public boolean isKnown() {
    return found.get();
  }

  /** Tells whether a point is to be evaluated once more, to find out. */
  public boolean isToBeChecked() {
    return !isKnown() && checks.get() > 0 && checks.getAndDecrement() > 0;
  }

  /** Takes note that two values at one position differ. */
  public void found() {
    if (found.compareAndSet(false, true)) {
      whenFound.run();
    }
  }
}
