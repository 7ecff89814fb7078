package org.multidescent.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark applications for tests. */
final class Applications {

  private static final String CLUSTER = "local-cluster[2,1,512]";

  private Applications() {}

  /** An application whose executor is two threads of this virtual machine. */
  static JavaSparkContext local() {
    return new JavaSparkContext(settings("local[2]"));
  }

  /** An application with two executors, each a virtual machine of its own with one core. */
  static JavaSparkContext cluster() {
    prepare(Path.of(System.getenv("SPARK_HOME")));
    return new JavaSparkContext(
        settings(CLUSTER)
            .set("spark.executor.memory", "512m")
            .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer")
            .set("spark.kryo.registrationRequired", "true"));
  }

  private static SparkConf settings(String master) {
    return new SparkConf(false)
        .setMaster(master)
        .setAppName("test")
        .set("spark.ui.enabled", "false")
        .set("spark.driver.host", "localhost")
        .set("spark.driver.bindAddress", "localhost");
  }

  /** Makes an installation of Spark of one jar, which names the jars of this class path. */
  private static void prepare(Path home) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest
        .getMainAttributes()
        .put(
            Attributes.Name.CLASS_PATH,
            Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" ")));
    try {
      Path jars = Files.createDirectories(home.resolve("jars"));
      try (OutputStream file = Files.newOutputStream(jars.resolve("class-path.jar"))) {
        new JarOutputStream(file, manifest).close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
