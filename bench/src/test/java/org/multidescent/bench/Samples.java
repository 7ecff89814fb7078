package org.multidescent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Compiles the documentation's samples in Java: whole classes, members of one, or statements. */
final class Samples {

  /** What fragments take for given; their own variables of these names hide them. */
  private static final String GIVEN =
      """
        static Box box = Box.cube(0, 1, 3);
        static Objective objective = x -> x[0];
        static ValueAndGradient gradient = (x, g) -> x[0];
        static Problem problem = Problem.of(objective, box);
        static Search search = Search.of(problem);
        static Budget budget = Budget.evaluations(1);
        static Result result;
        static Running running;
        static ConstraintFunction function;
        static double[][] matrix;
        static io.micrometer.core.instrument.MeterRegistry registry;
        static double[] limits, x, times, counts;
      """;

  private static final List<String> IMPORTS =
      Stream.of(
              "org.multidescent",
              "org.multidescent.descent",
              "org.multidescent.docs",
              "org.multidescent.learning",
              "org.multidescent.picture",
              "org.multidescent.function",
              "org.multidescent.problem",
              "org.multidescent.report",
              "org.multidescent.restart",
              "org.multidescent.start",
              "org.multidescent.testproblem",
              "java.nio.file",
              "java.time",
              "java.util",
              "java.util.stream",
              "java.util.concurrent",
              "java.util.function")
          .map(name -> "import " + name + ".*;\n")
          .toList();

  private final List<JavaFileObject> units = new ArrayList<>();

  /** Adds a sample under a name that is told with what is wrong. */
  void add(String name, String sample) {
    boolean whole = sample.contains("import ") || sample.contains("class ");
    units.add(new Unit(name, whole ? sample : wrap(name, sample)));
  }

  /** Returns what the compiler has against them. */
  List<String> problems() {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try {
      Path folder = Files.createTempDirectory("samples");
      ToolProvider.getSystemJavaCompiler()
          .getTask(null, null, found, List.of("-proc:none", "-d", folder.toString()), null, units)
          .call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.getDiagnostics().stream()
        .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
        .map(one -> one.getSource().getName() + ": " + one.getMessage(Locale.ROOT))
        .toList();
  }

  private static String wrap(String name, String sample) {
    boolean members = sample.lines().anyMatch(line -> line.matches("(private |public )?static .*"));
    return String.join("", IMPORTS)
        + "final class "
        + name
        + " {\n"
        + GIVEN
        + (members ? sample : "static void sample() throws Exception {\n" + sample + "}\n")
        + "}\n";
  }

  private static final class Unit extends SimpleJavaFileObject {
    private final String source;

    private Unit(String name, String source) {
      super(URI.create("sample:///" + className(name, source) + ".java"), Kind.SOURCE);
      this.source = source;
    }

    private static String className(String name, String source) {
      Matcher own = Pattern.compile("public final class (\\w+)").matcher(source);
      return own.find() ? own.group(1) : name;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return source;
    }
  }
}
