package org.multidescent.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;
import org.multidescent.report.CheckpointException;

/**
 * The file of a checkpoint: a mark, the version of the format, the length of the content, the
 * content, and a CRC-32C of all of these. It is replaced as a whole: the new content goes to a
 * neighbouring file, is forced to the disk, and takes the old one's name in one step, so that at
 * every moment one complete file has that name.
 */
public final class CheckpointFile {

  /** The version of the format this library writes and reads. */
  public static final int VERSION = 12;

  /** How the name of a file ends that is being written. */
  static final String FRESH = ".new";

  private static final int MOST_LINKS = 40;
  private static final AtomicLong WRITTEN = new AtomicLong();
  private static final byte[] MARK = "MDESCENT".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MARK.length + Integer.BYTES + Long.BYTES;
  private static final int TRAILER = Integer.BYTES;

  private CheckpointFile() {}

  /**
   * Replaces a file, or makes it.
   *
   * @param file its path, in a directory that exists
   * @param content the content
   * @throws IOException if it could not be written; a former file is then still there
   */
  public static void write(Path file, byte[] content) throws IOException {
    Path target = target(file);
    Path fresh =
        target.resolveSibling(
            "%s.%d-%d%s"
                .formatted(
                    target.getFileName(),
                    ProcessHandle.current().pid(),
                    WRITTEN.incrementAndGet(),
                    FRESH));
    try {
      writeAll(fresh, content);
      Files.move(
          fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | RuntimeException failed) {
      Files.deleteIfExists(fresh);
      throw failed;
    }
    forceDirectory(target);
  }

  private static void writeAll(Path fresh, byte[] content) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER).put(MARK).putInt(VERSION);
    header.putLong(content.length).flip();
    ByteBuffer trailer = ByteBuffer.allocate(TRAILER).putInt(checksum(header, content)).flip();
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer[] parts = {header, ByteBuffer.wrap(content), trailer};
      while (trailer.hasRemaining()) {
        channel.write(parts);
      }
      channel.force(true);
    }
  }

  /**
   * Returns the file that a path stands for: where a link leads to, and not a device, a pipe or a
   * folder.
   *
   * @param file a path
   * @return the path of a regular file, or of none yet
   * @throws IOException if it is another thing
   */
  static Path target(Path file) throws IOException {
    Path target = file.toAbsolutePath();
    for (int links = 0; Files.isSymbolicLink(target); links++) {
      if (links == MOST_LINKS) {
        throw new IOException(file + ": too many symbolic links (expected: a file)");
      }
      target = target.resolveSibling(Files.readSymbolicLink(target));
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new IOException(file + ": not a regular file (expected: a file, or nothing yet)");
    }
    return target;
  }

  /**
   * Returns how large a file is.
   *
   * @param content its content
   * @return the number of bytes
   */
  public static long size(byte[] content) {
    return (long) HEADER + content.length + TRAILER;
  }

  /**
   * Reads a file.
   *
   * @param file its path
   * @return the content
   * @throws IOException if it cannot be read
   * @throws CheckpointException if it is no checkpoint, of another version, cut short or corrupted
   */
  public static byte[] read(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < MARK.length || !Arrays.equals(bytes, 0, MARK.length, MARK, 0, MARK.length)) {
      throw new CheckpointException(file + ": not a checkpoint (expected: one of this library)");
    }
    if (bytes.length < HEADER + TRAILER) {
      throw new CheckpointException(
          file + ": cut short, " + bytes.length + " bytes (expected: more)");
    }
    int version = buffer.getInt(MARK.length);
    if (version != VERSION) {
      throw new CheckpointException(
          "%s: version %d of the format (expected: %d)".formatted(file, version, VERSION));
    }
    long length = buffer.getLong(MARK.length + Integer.BYTES);
    if (length != bytes.length - HEADER - TRAILER) {
      throw new CheckpointException(
          "%s: cut short or corrupted, %d bytes of content (expected: %d)"
              .formatted(file, bytes.length - HEADER - TRAILER, length));
    }
    byte[] content = Arrays.copyOfRange(bytes, HEADER, bytes.length - TRAILER);
    if (checksum(buffer.limit(HEADER), content)
        != buffer.limit(bytes.length).getInt(bytes.length - TRAILER)) {
      throw new CheckpointException(
          file + ": corrupted (expected: the checksum it was written with)");
    }
    return content;
  }

  private static int checksum(ByteBuffer header, byte[] content) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate());
    crc.update(content);
    return (int) crc.getValue();
  }

  /** Makes the new name outlast a crash, where the system can do that. */
  private static void forceDirectory(Path target) {
    Path directory = target.getParent();
    if (directory == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException unsupported) {
      // Some systems cannot open a directory; the file itself has been forced.
    }
  }
}
