package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointLockTest {

  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("search.checkpoint");
  }

  @Test
  void oneSearchHasAPathAtATime() throws IOException {
    try (CheckpointLock first = CheckpointLock.take(file)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> CheckpointLock.take(file))
          .isInstanceOf(IOException.class)
          .hasMessage(
              file + ": another search keeps its checkpoints there (expected: a path of its own)");
      CheckpointLock.take(directory.resolve("other")).close();
    }
    CheckpointLock.take(file).close();
  }

  @Test
  void nothingIsLeftWhenItIsGivenBack() throws IOException {
    CheckpointLock.take(file).close();
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void whatAProcessThatDiedHasLeftIsRemoved() throws IOException {
    Path remains = Files.createFile(directory.resolve("search.checkpoint.123-4.new"));
    Path checkpoint = Files.createFile(file);
    Path another = Files.createFile(directory.resolve("another.checkpoint.1-1.new"));
    Path alike = Files.createFile(directory.resolve("search.checkpoint.new"));
    CheckpointLock.take(file).close();
    assertThat(remains).doesNotExist();
    assertThat(checkpoint).exists();
    assertThat(another).exists();
    assertThat(alike).exists();
  }

  @Test
  void aFolderIsNoPathOfCheckpoints() {
    assertThatThrownBy(() -> CheckpointLock.take(directory))
        .isInstanceOf(IOException.class)
        .hasMessage(directory + ": not a regular file (expected: a file, or nothing yet)");
  }
}
