package org.multidescent.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** A page of documentation, taken apart. */
final class Document {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  private final Path file;
  private final List<FencedCodeBlock> blocks = new ArrayList<>();
  private final List<String> spans = new ArrayList<>();
  private final List<String> targets = new ArrayList<>();
  private final List<String> paragraphs = new ArrayList<>();
  private final Set<String> anchors = new TreeSet<>();

  private Document(Path file) {
    this.file = file;
    PARSER.parse(read(file)).accept(new Parts());
  }

  /** Returns all pages: those beside the README, and those of the folder docs. */
  static List<Document> all() {
    try (Stream<Path> top = Files.list(ROOT);
        Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(top, docs)
          .filter(path -> path.toString().endsWith(".md"))
          .sorted()
          .map(Document::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Document of(Path file) {
    return new Document(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  /** Returns the blocks of code in one language; the empty one has none. */
  List<String> blocks(String language) {
    return blocks.stream()
        .filter(block -> block.getInfo().strip().equals(language))
        .map(FencedCodeBlock::getLiteral)
        .toList();
  }

  /** Returns what stands between backquotes in the text. */
  List<String> spans() {
    return spans;
  }

  /** Returns where links and pictures point to. */
  List<String> targets() {
    return targets;
  }

  List<String> paragraphs() {
    return paragraphs;
  }

  /** Returns what a link may name after the hash, as on GitHub. */
  Set<String> anchors() {
    return anchors;
  }

  @Override
  public String toString() {
    return ROOT.relativize(file.toAbsolutePath().normalize()).toString();
  }

  private static String text(Node node) {
    List<String> parts = new ArrayList<>();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            parts.add(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            parts.add(code.getLiteral());
          }
        });
    return parts.stream().collect(Collectors.joining());
  }

  private final class Parts extends AbstractVisitor {
    @Override
    public void visit(FencedCodeBlock block) {
      blocks.add(block);
    }

    @Override
    public void visit(Code code) {
      spans.add(code.getLiteral().replaceAll("\\s+", " "));
    }

    @Override
    public void visit(Link link) {
      targets.add(link.getDestination());
      visitChildren(link);
    }

    @Override
    public void visit(Image image) {
      targets.add(image.getDestination());
    }

    @Override
    public void visit(Paragraph paragraph) {
      paragraphs.add(text(paragraph));
      visitChildren(paragraph);
    }

    @Override
    public void visit(Heading heading) {
      anchors.add(
          text(heading)
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{N} _-]", "")
              .replace(' ', '-'));
      visitChildren(heading);
    }
  }
}
