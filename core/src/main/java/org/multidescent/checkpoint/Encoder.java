package org.multidescent.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Writes primitives and arrays into bytes, big-endian; arrays and strings after their length. */
public final class Encoder {

  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private ByteBuffer buffer = ByteBuffer.allocate(1024);

  /**
   * Writes a number.
   *
   * @param value the number
   */
  public void putInt(int value) {
    room(Integer.BYTES).putInt(value);
  }

  /**
   * Writes a number.
   *
   * @param value the number
   */
  public void putLong(long value) {
    room(Long.BYTES).putLong(value);
  }

  /**
   * Writes a number with all its bits.
   *
   * @param value the number
   */
  public void putDouble(double value) {
    room(Double.BYTES).putDouble(value);
  }

  /**
   * Writes a truth value.
   *
   * @param value the value
   */
  public void putBoolean(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  /**
   * Writes an array.
   *
   * @param values the numbers
   */
  public void putDoubles(double[] values) {
    putInt(values.length);
    room((long) values.length * Double.BYTES);
    for (double value : values) {
      buffer.putDouble(value);
    }
  }

  /**
   * Writes an array.
   *
   * @param values the numbers
   */
  public void putLongs(long[] values) {
    putInt(values.length);
    room((long) values.length * Long.BYTES);
    for (long value : values) {
      buffer.putLong(value);
    }
  }

  /**
   * Writes an array.
   *
   * @param values the numbers
   */
  public void putInts(int[] values) {
    putInt(values.length);
    room((long) values.length * Integer.BYTES);
    for (int value : values) {
      buffer.putInt(value);
    }
  }

  /**
   * Writes bytes.
   *
   * @param bytes the bytes
   */
  public void putBytes(byte[] bytes) {
    putInt(bytes.length);
    room(bytes.length).put(bytes);
  }

  /**
   * Writes a string.
   *
   * @param text the string, or null
   */
  public void putString(@Nullable String text) {
    putBoolean(text != null);
    if (text != null) {
      putBytes(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Writes a list.
   *
   * @param list the list
   * @param codec writes an element
   * @param <T> the type of an element
   */
  public <T> void putList(List<T> list, BiConsumer<? super T, Encoder> codec) {
    putInt(list.size());
    list.forEach(element -> codec.accept(element, this));
  }

  /**
   * Returns all that was written.
   *
   * @return a new array
   */
  public byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private ByteBuffer room(long bytes) {
    long needed = buffer.position() + bytes;
    if (needed > LARGEST) {
      throw new IllegalStateException(
          "checkpoint: " + needed + " bytes (expected: at most " + LARGEST + ")");
    }
    if (needed > buffer.capacity()) {
      int capacity = (int) Math.min(LARGEST, Math.max(needed, 2L * buffer.capacity()));
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
