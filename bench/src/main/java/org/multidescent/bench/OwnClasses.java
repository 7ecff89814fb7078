package org.multidescent.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.multidescent.Search;
import org.multidescent.bench.contender.Contender;
import org.multidescent.bench.contender.Contenders;
import org.multidescent.bench.tune.OwnClass;
import org.multidescent.bench.tune.ProblemLoader;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import picocli.CommandLine.Option;

/** Where users' classes are, and what they need beside. */
final class OwnClasses {

  private static final Pattern BOX = Pattern.compile("([-+.\\deE]+),([-+.\\deE]+),(\\d{1,9})");

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and folders where own classes and what they need are.")
  private @Nullable String classpath;

  @Option(
      names = "--box",
      paramLabel = "LOWER,UPPER,DIMENSION",
      description = "Where an Objective of --problem-class is searched.")
  private @Nullable String box;

  Problem problem(String className) {
    return ProblemLoader.load(className, classpath, box == null ? null : parseBox(box));
  }

  /** Refuses a box that is not understood, also where none is needed. */
  void check() {
    if (box != null) {
      parseBox(box);
    }
  }

  /** Returns the contenders that some classes stand for, named by the classes' simple names. */
  List<Contender> contenders(@Nullable String classNames) {
    return contenders(classNames, classpath);
  }

  static List<Contender> contenders(@Nullable String classNames, @Nullable String classpath) {
    List<Contender> contenders = new ArrayList<>();
    for (String name : classNames == null ? new String[0] : classNames.split(",", -1)) {
      contenders.add(contender(name.strip(), classpath));
    }
    return contenders;
  }

  @SuppressWarnings("unchecked") // A wrong operator fails in its first run, which is reported.
  private static Contender contender(String className, @Nullable String classpath) {
    Object instance = OwnClass.create("--contender-class", className, classpath);
    if (instance instanceof Contender contender) {
      return contender;
    }
    if (instance instanceof UnaryOperator<?> settings) {
      return Contenders.search(
          instance.getClass().getSimpleName(), (UnaryOperator<Search>) settings);
    }
    throw new IllegalArgumentException(
        "--contender-class: %s (expected: a Contender or a UnaryOperator<Search>)"
            .formatted(className));
  }

  private static Box parseBox(String text) {
    Matcher parts = BOX.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "--box: " + text + " (expected: LOWER,UPPER,DIMENSION such as -5,5,10)");
    }
    try {
      return Box.cube(
          Double.parseDouble(parts.group(1)),
          Double.parseDouble(parts.group(2)),
          Integer.parseInt(parts.group(3)));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "--box: %s (expected: LOWER,UPPER,DIMENSION such as -5,5,10; %s)"
              .formatted(text, wrong.getMessage()),
          wrong);
    }
  }
}
