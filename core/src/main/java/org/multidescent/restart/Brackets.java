package org.multidescent.restart;

import org.multidescent.descent.Stall;
import org.multidescent.util.Room;

/**
 * Fresh starts once all descents have ended that began together: one bracket of successive halving
 * after the other. A descent that ends without a value is replaced at once.
 */
record Brackets(int starts) implements RestartStrategy {

  @Override
  public Session open(int dimension) {
    return new BracketSession(starts);
  }

  private static final class BracketSession implements Session {

    private final int starts;
    private int alive;

    BracketSession(int starts) {
      this.starts = starts;
      this.alive = starts;
    }

    @Override
    public Next next(Outcome outcome, SearchView view) {
      if (outcome.stall() == Stall.NOT_FINITE) {
        return new Next.Fresh(1);
      }
      alive--;
      if (alive > 0) {
        return Next.NOTHING;
      }
      alive = starts;
      return new Next.Fresh(starts);
    }

    @Override
    public double[] save() {
      return new double[] {alive};
    }

    @Override
    public void restore(double[] saved) {
      if (saved.length != 1 || !Room.isCount(saved[0], starts)) {
        throw new IllegalArgumentException(
            "restart: %d numbers (expected: how many descents are left)".formatted(saved.length));
      }
      alive = (int) saved[0];
    }
  }
}
