package org.multidescent.catalogue;

import java.util.function.UnaryOperator;
import org.multidescent.report.Optimum;

/** What a stall was to the catalogue. */
public final class Classification {

  /** New, repeat or dropped. */
  public enum Kind {
    /** An optimum not known before. */
    NEW,
    /** Another hit of a known optimum. */
    REPEAT,
    /** Not known, and no better than all of a full catalogue: counted, not kept. */
    DROPPED
  }

  private final Kind kind;
  private final long id;
  private final CatalogueEntry entry;
  private final boolean discovery;

  public Classification(Kind kind, CatalogueEntry entry, boolean discovery) {
    this.kind = kind;
    this.discovery = discovery;
    this.id = entry.id;
    this.entry = entry;
  }

  /**
   * Returns what the stall was.
   *
   * @return new, repeat or dropped
   */
  public Kind kind() {
    return kind;
  }

  /**
   * Returns the optimum it was a hit of.
   *
   * @return the optimum's id; -1 if the stall was dropped
   */
  public long id() {
    return id;
  }

  /**
   * Tells whether the optimum is known as a finished one since this stall.
   *
   * @return whether users should be told of it
   */
  public boolean isDiscovery() {
    return discovery;
  }

  /**
   * Returns the optimum as it stands now; needs the catalogue's lock.
   *
   * @param tolerance that of the catalogue
   * @param coordinates takes working coordinates to the problem's
   * @return a snapshot
   */
  public Optimum optimum(Tolerance tolerance, UnaryOperator<double[]> coordinates) {
    return entry.optimum(tolerance, coordinates);
  }
}
