package org.multidescent.bench.tune;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long the thread that created this has stood in the run queue, in nanoseconds: Linux only. */
final class QueueWait implements LongSupplier, AutoCloseable {

  private static final Path ACCOUNT = Path.of("/proc/thread-self/schedstat");
  private static final int LONGEST = 80;

  private final @Nullable FileChannel account;
  private final ByteBuffer buffer = ByteBuffer.allocate(LONGEST);

  QueueWait() {
    this.account = open();
  }

  /** Returns the nanoseconds since the thread began; 0 if the system does not tell. */
  @Override
  public long getAsLong() {
    if (account == null) {
      return 0;
    }
    try {
      int length = account.read(buffer.clear(), 0);
      String text = new String(buffer.array(), 0, Math.max(0, length), StandardCharsets.US_ASCII);
      return Long.parseLong(text.split(" ")[1]);
    } catch (IOException | RuntimeException unreadable) {
      return 0;
    }
  }

  @Override
  public void close() {
    if (account != null) {
      try {
        account.close();
      } catch (IOException unimportant) {
        throw new java.io.UncheckedIOException(unimportant);
      }
    }
  }

  private static @Nullable FileChannel open() {
    try {
      return FileChannel.open(ACCOUNT, StandardOpenOption.READ);
    } catch (IOException | RuntimeException notLinux) {
      return null;
    }
  }
}
