package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application that is a module compiles against this one and the two of JCTools, no more. */
class ConsumerTest {

  private static final String MODULE = "module consumer { requires org.multidescent; }";
  private static final String SOURCE =
      """
      package consumer;

      import org.multidescent.Search;
      import org.multidescent.problem.Box;
      import org.multidescent.problem.Problem;
      import org.multidescent.report.Result;

      public final class Main {
        private Main() {}

        public static void main(String[] args) {
          Problem problem = Problem.of(x -> x[0] * x[0], Box.cube(-1, 1, 1));
          Result result = Search.of(problem).workers(1).run();
          System.out.println(result.progress().ending() + " " + result.best().value());
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void compilesWithoutTheAnnotations() throws Exception {
    Path module = Files.writeString(folder.resolve("module-info.java"), MODULE);
    Path main =
        Files.writeString(
            Files.createDirectory(folder.resolve("consumer")).resolve("Main.java"), SOURCE);
    StringWriter out = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(out),
                new PrintWriter(out),
                "-Xlint:all,-classfile",
                "-Werror",
                "-d",
                folder.resolve("classes").toString(),
                "--module-path",
                modulePath(),
                module.toString(),
                main.toString());
    assertThat(status).as(out::toString).isZero();
  }

  private static String modulePath() {
    return Stream.concat(
            Stream.of(Path.of("target", "classes").toAbsolutePath()),
            Stream.of(
                home(MpscUnboundedVarHandleArrayQueue.class), home(MessagePassingQueue.class)))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
