package org.multidescent.report;

/**
 * Thrown when a file is no usable checkpoint: not one at all, of a newer version, cut short,
 * corrupted, or of another search. The message says which; the file is left alone.
 */
public final class CheckpointException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Creates an exception.
   *
   * @param message what is wrong with the file
   */
  public CheckpointException(String message) {
    super(message);
  }
}
