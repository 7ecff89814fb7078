package org.multidescent.bench.tune;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Creates instances of users' classes, which have a public constructor without parameters. */
public final class OwnClass {

  private OwnClass() {}

  /**
   * Creates an instance.
   *
   * @param option what asked for it, for messages
   * @param className the class's full name
   * @param classpath jars and folders to look in, after this program's own, separated as in the
   *     system's class path; or null
   * @return the instance
   * @throws IllegalArgumentException if there is no such class, or it has no such constructor
   */
  public static Object create(String option, String className, @Nullable String classpath) {
    try {
      return Class.forName(className, true, loader(classpath)).getConstructor().newInstance();
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new IllegalArgumentException(
          "%s: %s, not found (expected: a class in --classpath; %s)"
              .formatted(option, className, missing),
          missing);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalArgumentException(
          "%s: %s (expected: a public class with a public constructor without"
                  .formatted(option, className)
              + " parameters that does not throw; "
              + wrong
              + ")",
          wrong);
    }
  }

  /** The loader stays open for as long as the program runs: the problem may load more. */
  private static ClassLoader loader(@Nullable String classpath) {
    ClassLoader own = OwnClass.class.getClassLoader();
    if (classpath == null) {
      return own;
    }
    String[] entries = classpath.split(File.pathSeparator, -1);
    URL[] urls = new URL[entries.length];
    for (int i = 0; i < entries.length; i++) {
      Path entry = Path.of(entries[i]);
      if (!Files.exists(entry)) {
        throw new IllegalArgumentException(
            "--classpath: %s (expected: a jar or folder that exists)".formatted(entries[i]));
      }
      try {
        urls[i] = entry.toUri().toURL();
      } catch (MalformedURLException impossible) {
        throw new IllegalArgumentException("--classpath: " + entries[i], impossible);
      }
    }
    return new URLClassLoader(urls, own);
  }
}
