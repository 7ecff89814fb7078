package org.multidescent.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.report.CheckpointException;

/** No damage to the file of a checkpoint goes unnoticed, and none is done by noticing. */
class CheckpointFileTest {

  private static final int FLIPS = 1000;
  private static final byte[] CONTENT = new byte[3000];

  @TempDir private Path directory;
  private Path file;
  private byte[] whole;

  @BeforeEach
  void write() throws IOException {
    new SplittableRandom(1).nextBytes(CONTENT);
    file = directory.resolve("search.checkpoint");
    CheckpointFile.write(file, CONTENT);
    whole = Files.readAllBytes(file);
  }

  @Test
  void givesBackItsContentAndLeavesNothingElse() throws IOException {
    assertThat(CheckpointFile.read(file)).isEqualTo(CONTENT);
    CheckpointFile.write(file, new byte[] {1});
    assertThat(CheckpointFile.read(file)).containsExactly(1);
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void everySingleByteThatChangesIsDetected() throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    for (int flip = 0; flip < FLIPS; flip++) {
      byte[] damaged = whole.clone();
      int at = flip < 24 ? flip : random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      refuse(damaged);
    }
  }

  @Test
  void everyTruncationAndEveryAdditionIsDetected() throws IOException {
    for (int length = 0; length < whole.length; length += length < 40 ? 1 : 53) {
      refuse(Arrays.copyOf(whole, length));
    }
    refuse(Arrays.copyOf(whole, whole.length + 1));
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThatThrownBy(() -> read(new byte[100]))
        .hasMessage(file + ": not a checkpoint (expected: one of this library)");
    assertThatThrownBy(() -> read(ByteBuffer.wrap(whole.clone()).putInt(8, 99).array()))
        .hasMessage(file + ": version 99 of the format (expected: " + CheckpointFile.VERSION + ")");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, 10)))
        .hasMessage(file + ": cut short, 10 bytes (expected: more)");
    assertThatThrownBy(() -> read(Arrays.copyOf(whole, 1000)))
        .hasMessage(file + ": cut short or corrupted, 976 bytes of content (expected: 3000)");
    assertThatThrownBy(() -> read(ByteBuffer.wrap(whole.clone()).putInt(500, 0).array()))
        .hasMessage(file + ": corrupted (expected: the checksum it was written with)");
  }

  @Test
  void contentThatMakesNoSenseIsRefused() {
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < FLIPS; k++) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      assertThatThrownBy(() -> Snapshot.decode(noise))
          .isInstanceOfAny(CheckpointException.class, IllegalArgumentException.class);
    }
  }

  private void refuse(byte[] damaged) throws IOException {
    assertThatThrownBy(() -> read(damaged)).isInstanceOf(CheckpointException.class);
    assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
  }

  private byte[] read(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return CheckpointFile.read(file);
  }
}
