package org.multidescent.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.CheckpointException;

/** Reads what an {@link Encoder} wrote. Bytes that make no sense give a clear exception. */
public final class Decoder {

  private static final int MOST_RESERVED = 1024;

  private final ByteBuffer buffer;

  /**
   * Creates a decoder.
   *
   * @param bytes what {@link Encoder#bytes} returned
   */
  public Decoder(byte[] bytes) {
    buffer = ByteBuffer.wrap(bytes);
  }

  /**
   * Reads a number.
   *
   * @return the number
   */
  public int getInt() {
    return need(Integer.BYTES).getInt();
  }

  /**
   * Reads a number.
   *
   * @return the number
   */
  public long getLong() {
    return need(Long.BYTES).getLong();
  }

  /**
   * Reads a number.
   *
   * @return the number
   */
  public double getDouble() {
    return need(Double.BYTES).getDouble();
  }

  /**
   * Reads a truth value.
   *
   * @return the value
   */
  public boolean getBoolean() {
    return need(1).get() != 0;
  }

  /**
   * Reads the length of something.
   *
   * @param unit how many bytes each of its elements takes at least
   * @return 0 or more
   * @throws CheckpointException if not so many bytes are left
   */
  public int getLength(int unit) {
    int length = getInt();
    if (length < 0 || (long) length * unit > buffer.remaining()) {
      throw new CheckpointException(
          "checkpoint: an array of %d where %d bytes are left (expected: fewer)"
              .formatted(length, buffer.remaining()));
    }
    return length;
  }

  /**
   * Reads an array.
   *
   * @return the numbers
   */
  public double[] getDoubles() {
    double[] values = new double[getLength(Double.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getDouble();
    }
    return values;
  }

  /**
   * Reads an array.
   *
   * @return the numbers
   */
  public long[] getLongs() {
    long[] values = new long[getLength(Long.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getLong();
    }
    return values;
  }

  /**
   * Reads an array.
   *
   * @return the numbers
   */
  public int[] getInts() {
    int[] values = new int[getLength(Integer.BYTES)];
    for (int i = 0; i < values.length; i++) {
      values[i] = buffer.getInt();
    }
    return values;
  }

  /**
   * Reads bytes.
   *
   * @return the bytes
   */
  public byte[] getBytes() {
    byte[] bytes = new byte[getLength(1)];
    buffer.get(bytes);
    return bytes;
  }

  /**
   * Reads a string.
   *
   * @return the string, or null if that was written
   */
  public @Nullable String getString() {
    return getBoolean() ? new String(getBytes(), StandardCharsets.UTF_8) : null;
  }

  /**
   * Reads a list.
   *
   * @param codec reads an element
   * @param <T> the type of an element
   * @return the elements
   */
  public <T> List<T> getList(Function<Decoder, T> codec) {
    int length = getLength(1);
    List<T> list = new ArrayList<>(Math.min(length, MOST_RESERVED));
    for (int left = length; left > 0; left--) {
      list.add(codec.apply(this));
    }
    return list;
  }

  /**
   * Checks that all has been read.
   *
   * @throws CheckpointException if something is left
   */
  public void requireEnd() {
    require(!buffer.hasRemaining(), buffer.remaining() + " bytes after the end");
  }

  /**
   * Checks what was read.
   *
   * @param sound whether it makes sense
   * @param what says what it is, if it does not
   * @throws CheckpointException if it makes none
   */
  public static void require(boolean sound, String what) {
    if (!sound) {
      throw new CheckpointException("checkpoint: " + what + " (expected: what a search has kept)");
    }
  }

  private ByteBuffer need(int bytes) {
    if (buffer.remaining() < bytes) {
      throw new CheckpointException("checkpoint: it ends too early (expected: more bytes)");
    }
    return buffer;
  }
}
