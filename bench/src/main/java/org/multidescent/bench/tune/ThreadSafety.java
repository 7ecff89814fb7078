package org.multidescent.bench.tune;

/**
 * What a comparison of concurrent with serial values says about an objective. A test cannot prove
 * that an objective is thread-safe; it can prove the contrary.
 */
public enum ThreadSafety {
  /** Concurrent values were those of serial evaluations, to the bit. */
  NO_DIFFERENCE_SEEN("concurrent values equal serial ones, to the bit"),
  /** Serial values repeat, concurrent ones differ: not thread-safe. */
  DIFFERS("concurrent values differ from serial ones: not thread-safe"),
  /** Concurrent evaluations throw, serial ones do not: not thread-safe. */
  THROWS("concurrent evaluations throw, serial ones do not: not thread-safe"),
  /** Evaluations throw on one thread, too, so that concurrent ones prove nothing. */
  THROWS_ALONE("evaluations throw on one thread, too: nothing can be told"),
  /** Two serial evaluations at one position differ, so that concurrent ones prove nothing. */
  NOT_REPEATABLE("two evaluations at one position differ: noisy or stateful, nothing can be told");

  private final String meaning;

  ThreadSafety(String meaning) {
    this.meaning = meaning;
  }

  /**
   * Tells whether the objective must not be shared by threads.
   *
   * @return whether evaluations from several threads gave wrong values
   */
  public boolean isUnsafe() {
    return this == DIFFERS || this == THROWS;
  }

  /**
   * Returns what was seen, in words.
   *
   * @return half a sentence
   */
  public String meaning() {
    return meaning;
  }
}
