package org.multidescent.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The right to keep checkpoints at a path: one search has it at a time, on all processes of a
 * machine. It is a lock on a neighbouring file, which the system releases when a process dies;
 * where the file system knows no locks, searches in one process alone exclude each other.
 */
public final class CheckpointLock implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;

  private CheckpointLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the right, and removes what a process that died has left of a checkpoint.
   *
   * @param checkpoint the path of the checkpoints
   * @return the right, until it is closed
   * @throws IOException if another search has it, or the path is not one of a file
   */
  public static CheckpointLock take(Path checkpoint) throws IOException {
    Path target = CheckpointFile.target(checkpoint);
    Path file = target.resolveSibling(target.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw inUse(checkpoint);
      }
      removeRemains(target);
      return new CheckpointLock(file, channel);
    } catch (OverlappingFileLockException mine) {
      channel.close();
      throw inUse(checkpoint);
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  private static IOException inUse(Path checkpoint) {
    return new IOException(
        checkpoint + ": another search keeps its checkpoints there (expected: a path of its own)");
  }

  private static void removeRemains(Path target) throws IOException {
    String name = target.getFileName().toString();
    Path directory = target.getParent();
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(directory, path -> isRemains(path, name))) {
      for (Path remains : files) {
        Files.deleteIfExists(remains);
      }
    }
  }

  private static boolean isRemains(Path path, String name) {
    String other = path.getFileName().toString();
    return other.startsWith(name + ".")
        && other.endsWith(CheckpointFile.FRESH)
        && other.length() > name.length() + 1 + CheckpointFile.FRESH.length();
  }

  /** Gives the right back. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
