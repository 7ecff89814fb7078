package org.multidescent.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.multidescent.spark.examples.PendulumOnSpark;

/** Runs the example as spark-submit does, which tells its settings by system properties. */
class ExampleTest {

  @Test
  void theExampleUsesItsBudget() {
    PrintStream before = System.out;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    System.setProperty("spark.master", "local[2]");
    System.setProperty("spark.ui.enabled", "false");
    System.setProperty("spark.driver.bindAddress", "localhost");
    System.setProperty("spark.driver.host", "localhost");
    System.setOut(new PrintStream(written, true, StandardCharsets.UTF_8));
    try {
      PendulumOnSpark.main(new String[0]);
    } finally {
      System.setOut(before);
      System.getProperties().keySet().removeIf(key -> key.toString().startsWith("spark."));
    }
    assertThat(written.toString(StandardCharsets.UTF_8)).containsPattern("evaluations +300 ");
  }
}
