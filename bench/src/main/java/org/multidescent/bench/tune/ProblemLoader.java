package org.multidescent.bench.tune;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.multidescent.function.Objective;
import org.multidescent.problem.Box;
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
    Object instance = OwnClass.create("--problem-class", className, classpath);
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
}
