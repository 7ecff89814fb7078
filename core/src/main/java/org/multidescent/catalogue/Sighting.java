package org.multidescent.catalogue;

/** What a stall was to the catalogue. */
public final class Sighting {

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
  private final Entry entry;

  Sighting(Kind kind, Entry entry) {
    this.kind = kind;
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

  /** Returns the entry that took the stall; its content belongs to the catalogue. */
  Entry entry() {
    return entry;
  }
}
