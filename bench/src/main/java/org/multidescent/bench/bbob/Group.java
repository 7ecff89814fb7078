package org.multidescent.bench.bbob;

/**
 * A group of a suite's functions.
 *
 * @param label the name to print, in lower case
 * @param first the number of its first function
 * @param last the number of its last function, not below the first
 */
public record Group(String label, int first, int last) {

  /**
   * Tells whether a function belongs to this group.
   *
   * @param function the function's number
   * @return whether it lies between the first and the last
   */
  public boolean contains(int function) {
    return first <= function && function <= last;
  }
}
