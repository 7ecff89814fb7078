package org.multidescent.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the documentation says can be done: samples compile, links lead somewhere, commands exist.
 */
class DocumentationTest {

  private static final List<Document> DOCUMENTS = Document.all();
  private static final String JAR = "bench/target/benchmarks.jar";
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:java -jar " + JAR + "|compare|bbob|tune|jmh|problems|contenders|trace)( .*|$)");
  private static final Pattern CLASS =
      Pattern.compile("java (?:-\\S+ )*-cp " + JAR + " ([\\w.]+).*");

  /** Names of other languages and libraries. */
  private static final Set<String> FOREIGN = Set.of("DoubleArray");

  /** A method that is called, or a name of several words. */
  private static final Pattern NAME =
      Pattern.compile("(?<![\\w$./=*-])([a-z]\\w*(?=\\()|[a-zA-Z][a-z]+[A-Z]\\w*)(?![\\w*]|/)");

  private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w,*]+)");
  private static final Pattern PROFILES = Pattern.compile("-P ([\\w,]+)");
  private static final Pattern VERSION =
      Pattern.compile("<version>([^<]+)</version>|multidescent:([\\d.]+[-\\w]*)");

  @Test
  void samplesCompile() {
    String sources = flat(sources());
    Samples samples = new Samples();
    int count = 0;
    for (Document document : DOCUMENTS) {
      for (String sample : document.blocks("java")) {
        count++;
        if (!sources.contains(flat(sample))) {
          String page = document.toString().replaceAll("\\W", "_");
          samples.add(page + "_" + count, sample);
        }
      }
    }
    assertThat(count).isGreaterThan(15);
    assertThat(samples.problems()).isEmpty();
  }

  /**
   * Text names methods and types as they are today; what was tried and lost may have other names.
   */
  @Test
  void namesInTextExist() {
    Set<String> words =
        files().stream()
            .map(DocumentationTest::read)
            .flatMap(Pattern.compile("\\W+")::splitAsStream)
            .collect(Collectors.toSet());
    words.addAll(FOREIGN);
    List<String> unknown = new ArrayList<>();
    for (Document document : DOCUMENTS) {
      if (!document.toString().endsWith("decisions.md")) {
        for (String span : document.spans()) {
          NAME.matcher(span)
              .results()
              .map(match -> match.group(1))
              .filter(name -> !words.contains(name))
              .forEach(name -> unknown.add(document + ": " + name + " in " + span));
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void linksLeadSomewhere() {
    List<String> broken = new ArrayList<>();
    for (Document document : DOCUMENTS) {
      for (String target : document.targets()) {
        if (!target.startsWith("http") && !exists(document, target)) {
          broken.add(document + ": " + target);
        }
      }
    }
    assertThat(broken).isEmpty();
  }

  /** A row of a table that stands alone is shown as text. */
  @Test
  void tablesAreWhole() {
    for (Document document : DOCUMENTS) {
      assertThat(document.paragraphs()).as(document.toString()).noneMatch(s -> s.startsWith("|"));
    }
  }

  /** Readers get from the README to every page. */
  @Test
  void everyPageIsReached() {
    Set<Path> linked =
        DOCUMENTS.stream()
            .flatMap(from -> from.targets().stream().map(target -> path(from, target)))
            .collect(Collectors.toSet());
    assertThat(DOCUMENTS)
        .filteredOn(document -> !document.toString().equals("README.md"))
        .allMatch(document -> linked.contains(document.file().toAbsolutePath().normalize()));
  }

  @Test
  void commandsExist() {
    int count = 0;
    for (Document document : DOCUMENTS) {
      for (String command : commands(document)) {
        count += check(document, command);
      }
    }
    assertThat(count).isGreaterThan(15);
  }

  /** The recorder ignores settings of events it does not know, unless a plus is before them. */
  @Test
  void recordingsSetEventsOfTheLibrary() {
    List<String> recordings =
        DOCUMENTS.stream()
            .flatMap(document -> commands(document).stream())
            .filter(command -> command.contains("StartFlightRecording"))
            .toList();
    assertThat(recordings).isNotEmpty();
    assertThat(recordings).allMatch(line -> !line.matches(".*[,:]org\\.multidescent.*"));
  }

  @Test
  void versionsAreTheProjects() throws IOException {
    String version = version(Files.readString(Document.ROOT.resolve("pom.xml")));
    for (Document document : DOCUMENTS) {
      for (String block : document.blocks("xml")) {
        assertThat(version(block)).as(document.toString()).isEqualTo(version);
      }
    }
    for (String consumer : List.of("classpath", "modulepath")) {
      assertThat(Files.readString(Document.ROOT.resolve("consumers/" + consumer + "/pom.xml")))
          .contains("<multidescent.version>" + version + "<");
    }
  }

  private static String version(String text) {
    Matcher matcher = VERSION.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
  }

  private static List<String> commands(Document document) {
    return Stream.concat(
            document.spans().stream(),
            Stream.of("", "sh")
                .flatMap(language -> document.blocks(language).stream())
                .flatMap(block -> block.replace("\\\n", " ").lines()))
        .flatMap(line -> Arrays.stream(line.split("&&|;")))
        .map(String::strip)
        .toList();
  }

  private static int check(Document document, String command) {
    Matcher bench = COMMAND.matcher(command);
    if (bench.matches() && !command.contains("...")) {
      String line = command.replace("java -jar " + JAR, "").strip();
      String[] words = line.isEmpty() ? new String[0] : line.split("\\s+");
      assertThatCode(() -> Main.commandLine().parseArgs(words))
          .as("%s: %s", document, command)
          .doesNotThrowAnyException();
      return 1;
    }
    Matcher main = CLASS.matcher(command);
    if (main.matches() && main.group(1).endsWith(".java")) {
      String type = "class " + main.group(1).replace(".java", " ");
      assertThat(document.blocks("java")).as(command).anyMatch(block -> block.contains(type));
      return 1;
    }
    if (main.matches()) {
      assertThatCode(() -> Class.forName(main.group(1)).getMethod("main", String[].class))
          .as("%s: %s", document, command)
          .doesNotThrowAnyException();
      return 1;
    }
    return command.startsWith("mvn ") ? checkMaven(document, command) : checkScript(command);
  }

  private static int checkMaven(Document document, String command) {
    Matcher profiles = PROFILES.matcher(command);
    while (profiles.find()) {
      for (String profile : profiles.group(1).split(",")) {
        assertThat(poms()).as("%s: %s", document, command).contains("<id>" + profile + "</id>");
      }
    }
    Matcher tests = TESTS.matcher(command);
    while (tests.find()) {
      for (String test : tests.group(1).split(",")) {
        String name = "[/\\\\]" + test.replace("*", ".*") + "\\.java";
        assertThat(files()).as("%s: %s", document, command).anyMatch(file -> has(file, name));
      }
    }
    return 1;
  }

  private static int checkScript(String command) {
    if (!command.matches("\\.ci/\\w+( .*)?")) {
      return 0;
    }
    assertThat(Document.ROOT.resolve(command.split(" ")[0])).isExecutable();
    return 1;
  }

  private static boolean has(Path file, String name) {
    return Pattern.compile(name + "$").matcher(file.toString()).find();
  }

  private static boolean exists(Document document, String target) {
    Path path = path(document, target);
    int hash = target.indexOf('#');
    if (!Files.exists(path)) {
      return false;
    }
    return hash < 0 || Document.of(path).anchors().contains(target.substring(hash + 1));
  }

  private static Path path(Document document, String target) {
    String name = target.contains("#") ? target.substring(0, target.indexOf('#')) : target;
    Path from = document.file().toAbsolutePath().normalize();
    return name.isEmpty() ? from : from.resolveSibling(name).normalize();
  }

  /** Without white space, so that a sample may be indented as it likes. */
  private static String flat(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String poms() {
    return Stream.of("pom.xml", "core/pom.xml", "bench/pom.xml")
        .map(Document.ROOT::resolve)
        .map(DocumentationTest::read)
        .collect(Collectors.joining());
  }

  private static String sources() {
    return files().stream()
        .filter(file -> file.toString().matches(".*(bench|spark).*"))
        .map(DocumentationTest::read)
        .collect(Collectors.joining());
  }

  private static List<Path> files() {
    try (Stream<Path> core = Files.walk(Document.ROOT.resolve("core/src"));
        Stream<Path> bench = Files.walk(Document.ROOT.resolve("bench/src"));
        Stream<Path> spark = Files.walk(Document.ROOT.resolve("spark/src"))) {
      return Stream.of(core, bench, spark)
          .flatMap(all -> all)
          .filter(path -> path.toString().endsWith(".java"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
