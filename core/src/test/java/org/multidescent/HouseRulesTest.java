package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Sizes, names and visibility that the sources keep to. */
class HouseRulesTest {

  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final String ENGINE = "org.multidescent.engine";
  private static final Path DOCS = Path.of("..", "docs");

  /** What a user begins with: mostly documentation. */
  private static final String FRONT_DOOR = "Search.java";

  private static final int FILES_OF_A_PACKAGE = 45;
  private static final int LINES_OF_A_FILE = 400;
  private static final int LINES_OF_A_METHOD = 50;
  private static final int COMPONENTS_OF_A_RECORD = 9;
  private static final int COLUMNS_OF_A_DOCUMENT = 120;

  /** The first line of a method. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(  )(?!.*\\b(record|class|return|new)\\b)\\w.* \\w+\\(([^;]*\\) \\{)?"
              + "|(    )(?!if|for|while|switch|try|do|synchronized|return|record)\\w[^;=]*\\(.*\\) \\{");

  private static final Pattern SHARED =
      Pattern.compile("VarHandle|\\.atomic\\.|\\.locks\\.|CountDownLatch");

  /**
   * Words with a standard term in their place: see the table in docs/maintainers/architecture.md.
   */
  private static final Pattern BANNED =
      Pattern.compile(
          "\\b(renewals?|leaps?|walls?(?!-)|outlook|sightings?|elite|hangAfter|halt|tally|berth|clerk|"
              + "nursery|errand|sentry|couriers?|crew|verdict|ledger|sighting|blame|owed|plant(?:ed|s)?|"
              + "seldom|whoever|meanwhile|let go|made again)\\b");

  @Test
  void packagesAreSmall() {
    Map<Path, Long> files =
        sources().stream()
            .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
    assertThat(files)
        .allSatisfy((folder, n) -> assertThat(n).isLessThanOrEqualTo(FILES_OF_A_PACKAGE));
  }

  @Test
  void filesAreSmall() {
    for (Path source : sources()) {
      if (!source.endsWith(FRONT_DOOR)) {
        assertThat(lines(source)).as(source.toString()).hasSizeLessThanOrEqualTo(LINES_OF_A_FILE);
      }
    }
  }

  /** In formatted sources a method ends with the first brace at the column where it began. */
  @Test
  void methodsAreSmall() {
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      List<String> lines = lines(source);
      for (int first = 0; first < lines.size(); first++) {
        Matcher begin = MEMBER.matcher(lines.get(first));
        if (begin.matches()) {
          String end = (begin.group(1) == null ? begin.group(4) : begin.group(1)) + "}";
          int last = first + 1;
          while (!lines.get(last).startsWith(end)) {
            last++;
          }
          if (last - first >= LINES_OF_A_METHOD) {
            found.add(source.getFileName() + ": " + lines.get(first).strip());
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void recordsAreNarrow() throws Exception {
    List<String> found = new ArrayList<>();
    for (Class<?> type : types()) {
      int components = type.isRecord() ? type.getRecordComponents().length : 0;
      if (components > COMPONENTS_OF_A_RECORD) {
        found.add(type.getName() + ": " + components);
      }
    }
    assertThat(found).isEmpty();
  }

  /** Shared fields have their rules on a page of their own. */
  @Test
  void sharedFieldsAreDocumented() throws Exception {
    String page = String.join(" ", lines(DOCS.resolve("maintainers/concurrency.md")));
    Set<String> found = new TreeSet<>();
    for (Class<?> type : types()) {
      boolean shared =
          Arrays.stream(type.getDeclaredFields())
              .anyMatch(
                  field ->
                      Modifier.isVolatile(field.getModifiers())
                          || SHARED.matcher(field.getType().getName()).find());
      if (shared && !page.contains(type.getSimpleName())) {
        found.add(type.getName());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void wordsAreTheFields() {
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      List<String> lines = lines(source);
      for (int k = 0; k < lines.size(); k++) {
        if (BANNED.matcher(lines.get(k).toLowerCase(Locale.ROOT)).find()) {
          found.add(source.getFileName() + ":" + (k + 1) + " " + lines.get(k).strip());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void exportedTypesMentionNoUnexportedOne() throws Exception {
    Set<String> exported = exportedPackages();
    assertThat(exported).hasSizeGreaterThan(4);
    List<String> found = new ArrayList<>();
    for (Class<?> type : publicTypes(exported)) {
      Consumer<Type> check = mentioned -> check(mentioned, type, exported, found);
      for (Method method : type.getDeclaredMethods()) {
        if (isVisible(method.getModifiers()) && !method.isSynthetic()) {
          check.accept(method.getGenericReturnType());
          Arrays.stream(method.getGenericParameterTypes()).forEach(check);
          Arrays.stream(method.getExceptionTypes()).forEach(check);
        }
      }
      for (Constructor<?> constructor : type.getDeclaredConstructors()) {
        if (isVisible(constructor.getModifiers())) {
          Arrays.stream(constructor.getGenericParameterTypes()).forEach(check);
        }
      }
      Arrays.stream(type.getFields()).forEach(field -> check.accept(field.getGenericType()));
    }
    assertThat(found).isEmpty();
  }

  /** A class of the engine that does anything is tested by itself, not only by searches. */
  @Test
  void engineClassesAreNamedInTestsOfTheirPackage() throws Exception {
    List<String> found = new ArrayList<>();
    for (Class<?> type : types()) {
      boolean outermost = type.getEnclosingClass() == null;
      if (outermost && type.getPackageName().startsWith(ENGINE) && hasLogic(type)) {
        Path tests = TESTS.resolve(type.getPackageName().replace('.', '/'));
        Pattern name = Pattern.compile("\\b" + type.getSimpleName() + "\\b");
        if (files(tests, 1).stream().noneMatch(test -> name.matcher(read(test)).find())) {
          found.add(type.getName());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** An event holds fields for the recorder; a class of padded fields is its subclass's. */
  private static boolean hasLogic(Class<?> type) {
    return !type.isInterface()
        && !Modifier.isAbstract(type.getModifiers())
        && Arrays.stream(type.getDeclaredMethods())
            .anyMatch(method -> !method.isSynthetic() && !isAccessor(type, method));
  }

  private static boolean isAccessor(Class<?> type, Method method) {
    return type.isEnum()
        || type.isRecord()
            && method.getParameterCount() == (method.getName().equals("equals") ? 1 : 0);
  }

  /** The compiler checks the Javadoc of the exported packages: the build names them again. */
  @Test
  void exportedPackagesHaveTheirJavadocChecked() {
    String build = String.join(" ", lines(Path.of("pom.xml")));
    Matcher checked = Pattern.compile("-Xdoclint/package:([\\w.,]+)<").matcher(build);
    assertThat(checked.find()).isTrue();
    assertThat(checked.group(1).split(",")).containsExactlyInAnyOrderElementsOf(exportedPackages());
  }

  @Test
  void documentsAreWrapped() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> documents = Files.walk(DOCS)) {
      for (Path document : documents.filter(path -> path.toString().endsWith(".md")).toList()) {
        for (String line : lines(document)) {
          boolean wraps = !line.startsWith("|") && line.contains(" ") && !line.contains("](http");
          if (wraps && line.length() > COLUMNS_OF_A_DOCUMENT) {
            found.add(document.getFileName() + ": " + line);
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void check(
      Type mentioned, Class<?> where, Set<String> exported, List<String> found) {
    if (mentioned instanceof ParameterizedType parameterized) {
      check(parameterized.getRawType(), where, exported, found);
      for (Type argument : parameterized.getActualTypeArguments()) {
        check(argument, where, exported, found);
      }
    } else if (mentioned instanceof WildcardType wildcard) {
      Arrays.stream(wildcard.getUpperBounds()).forEach(b -> check(b, where, exported, found));
      Arrays.stream(wildcard.getLowerBounds()).forEach(b -> check(b, where, exported, found));
    } else if (mentioned instanceof GenericArrayType array) {
      check(array.getGenericComponentType(), where, exported, found);
    } else if (mentioned instanceof Class<?> named) {
      Class<?> type = named.isArray() ? named.getComponentType() : named;
      boolean own = type.getName().startsWith("org.multidescent");
      if (own
          && !(exported.contains(type.getPackageName())
              && Modifier.isPublic(type.getModifiers()))) {
        found.add(where.getName() + " mentions " + type.getName());
      }
    }
  }

  private static Set<String> exportedPackages() {
    Pattern export = Pattern.compile("\\s*exports ([\\w.]+);");
    return lines(SOURCES.resolve("module-info.java")).stream()
        .map(export::matcher)
        .filter(Matcher::matches)
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Class<?>> publicTypes(Set<String> exported) throws Exception {
    return types().stream()
        .filter(type -> exported.contains(type.getPackageName()) && isPublic(type))
        .toList();
  }

  private static List<Class<?>> types() throws Exception {
    List<Class<?>> types = new ArrayList<>();
    Path classes = Path.of("target", "classes");
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String name = classes.relativize(file).toString().replace('/', '.').replace('\\', '.');
        name = name.substring(0, name.length() - ".class".length());
        if (name.startsWith("org.multidescent") && !name.endsWith("package-info")) {
          types.add(Class.forName(name, false, HouseRulesTest.class.getClassLoader()));
        }
      }
    }
    return types;
  }

  private static boolean isPublic(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return Modifier.isPublic(type.getModifiers()) && (outer == null || isPublic(outer));
  }

  private static List<Path> sources() {
    return files(SOURCES, Integer.MAX_VALUE);
  }

  private static List<Path> files(Path folder, int depth) {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      return files.filter(path -> path.toString().endsWith(".java")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    return String.join("\n", lines(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
