package org.multidescent.engine.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {

  @Test
  void noTwoUsesShareTheirNumbers() throws IllegalAccessException {
    Set<Long> keys = new HashSet<>();
    for (Field key : RandomStreams.class.getDeclaredFields()) {
      if (!key.isSynthetic()) {
        assertThat(keys.add(key.getLong(null))).as(key.getName()).isTrue();
      }
    }
    assertThat(keys).hasSizeGreaterThan(5);
  }
}
