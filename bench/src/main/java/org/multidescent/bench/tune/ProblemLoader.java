package org.multidescent.bench.tune;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.problem.Box;
import org.multidescent.problem.Objective;
import org.multidescent.problem.Problem;

/**
 * Loads a user's problem by the name of a class with a public constructor without parameters.
 *
 * <p>The class is a {@code Supplier<Problem>}, asked once; or an {@link Objective}, of which one
 * instance is shared by all threads and whose box is given beside it.
 */
public final class ProblemLoader {

  private ProblemLoader() {}

  /**
   * Loads a problem.
   *
   * @param className the class's full name
   * @param classpath jars and folders to look in, after this program's own, separated as in the
   *     system's class path; or null
   * @param box where an objective is searched; null for a supplier of a problem
   * @return the problem
   * @throws IllegalArgumentException if there is no such class, it has no such constructor, it is
   *     neither, or the box does not fit
   */
  public static Problem load(String className, @Nullable String classpath, @Nullable Box box) {
    Object instance = instantiate(className, classpath);
    if (instance instanceof Objective objective) {
      if (box == null) {
        throw new IllegalArgumentException(
            "--problem-class: %s is an Objective (expected: also --box LOWER,UPPER,DIMENSION)"
                .formatted(className));
      }
      return Problem.of(objective, box);
    }
    if (instance instanceof Supplier<?> supplier && supplier.get() instanceof Problem problem) {
      return problem;
    }
    throw new IllegalArgumentException(
        "--problem-class: %s (expected: a Supplier<Problem> or an Objective)".formatted(className));
  }

  private static Object instantiate(String className, @Nullable String classpath) {
    try {
      return Class.forName(className, true, loader(classpath)).getConstructor().newInstance();
    } catch (ClassNotFoundException | LinkageError missing) {
      throw new IllegalArgumentException(
          "--problem-class: %s, not found (expected: a class in --classpath; %s)"
              .formatted(className, missing),
          missing);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalArgumentException(
          "--problem-class: %s (expected: a public class with a public constructor without"
                  .formatted(className)
              + " parameters that does not throw; "
              + wrong
              + ")",
          wrong);
    }
  }

  /** The loader stays open for as long as the program runs: the problem may load more. */
  private static ClassLoader loader(@Nullable String classpath) {
    ClassLoader own = ProblemLoader.class.getClassLoader();
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
