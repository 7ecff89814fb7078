package org.multidescent.engine.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

  @Test
  void numbersThatReleasesPrintDifferentlyAreTheSame() {
    assertThat(Fingerprint.isSame("Box[[2.0E-3] .. [1.0E23]]", "Box[[0.002] .. [1.0E23]]"))
        .isTrue();
    assertThat(Fingerprint.isSame("width=4.9E-324", "width=5.0E-324")).isTrue();
    assertThat(Fingerprint.isSame("f 5.684341886080802E-14", "f 5.6843418860808015E-14")).isTrue();
    assertThat(Fingerprint.isSame("-Infinity 4", "-Infinity 4")).isTrue();
  }

  @Test
  void numbersOfOtherBitsAreNot() {
    assertThat(Fingerprint.isSame("0.1", "0.10000000000000002")).isFalse();
    assertThat(Fingerprint.isSame("0.0", "-0.0")).isFalse();
    assertThat(Fingerprint.isSame("ring 1.0", "rung 1.0")).isFalse();
  }
}
