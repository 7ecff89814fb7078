package org.multidescent.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What comes back for one position, as bytes: a value and the numbers beside it, or what was
 * thrown. An exception is sent as it is where that can be done, else as its text.
 */
final class Reply {

  private Reply() {}

  static void write(DataOutputStream out, double value, double[] numbers) throws IOException {
    out.writeBoolean(true);
    out.writeDouble(value);
    for (double number : numbers) {
      out.writeDouble(number);
    }
  }

  static void write(DataOutputStream out, Throwable failure) throws IOException {
    out.writeBoolean(false);
    out.writeBoolean(failure instanceof Error);
    write(out, text(failure).getBytes(StandardCharsets.UTF_8));
    write(out, bytes(failure));
  }

  /**
   * Reads a reply.
   *
   * @param values receives the value of a position, if there is one
   * @param index which position
   * @param numbers receives the numbers beside it, after those of the positions before
   * @param beside how many they are
   * @return what was thrown; null if there is a value
   */
  static @Nullable Throwable read(
      DataInputStream in, double[] values, int index, double[] numbers, int beside)
      throws IOException {
    if (in.readBoolean()) {
      values[index] = in.readDouble();
      for (int i = 0; i < beside; i++) {
        numbers[index * beside + i] = in.readDouble();
      }
      return null;
    }
    boolean isError = in.readBoolean();
    String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    byte[] failure = in.readNBytes(in.readInt());
    try {
      return (Throwable) Serialised.object(failure);
    } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError unknownHere) {
      return isError ? new Error(text) : new RuntimeException(text);
    }
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(Throwable failure) {
    try {
      return String.valueOf(failure);
    } catch (Throwable cannotBePrinted) {
      return failure.getClass().getName();
    }
  }

  private static byte[] bytes(Throwable failure) {
    try {
      return Serialised.bytes(failure);
    } catch (Throwable cannotBeSent) {
      return new byte[0];
    }
  }

  /** Collects the replies of a task. */
  interface Writer {
    void to(DataOutputStream out) throws IOException;
  }

  static byte[] bytes(Writer replies) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      replies.to(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
