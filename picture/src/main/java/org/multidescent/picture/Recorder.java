package org.multidescent.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.multidescent.report.Progress;

/**
 * Keeps a search's progress for {@link ResultPage#progress}, and may rewrite a page while it runs:
 * {@code search.onProgress(Duration.ofSeconds(1), recorder)}. It keeps at most 1,000 snapshots,
 * evenly spaced: when it has more it drops every other one.
 *
 * <p>One recorder is for one search; progress may be read from any thread.
 */
public final class Recorder implements Consumer<Progress> {

  private static final int MOST = 1_000;
  private static final int SECONDS = 2;

  private final @Nullable Path file;
  private final List<Progress> snapshots = new ArrayList<>();
  private long seen;
  private long every = 1;

  private Recorder(@Nullable Path file) {
    this.file = file;
  }

  /**
   * Returns a recorder that only keeps what it is told.
   *
   * @return a new recorder
   */
  public static Recorder silent() {
    return new Recorder(null);
  }

  /**
   * Returns a recorder that rewrites a page each time it is told something; a browser that shows it
   * loads it again every two seconds, until the search has ended.
   *
   * @param file where to, in a folder that exists
   * @return a new recorder
   */
  public static Recorder live(Path file) {
    return new Recorder(file);
  }

  @Override
  public synchronized void accept(Progress progress) {
    if (seen++ % every == 0 || progress.ending() != null) {
      snapshots.add(progress);
    }
    if (snapshots.size() > MOST) {
      thin();
    }
    if (file != null) {
      write(file, progress);
    }
  }

  private void thin() {
    List<Progress> kept = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i += 2) {
      kept.add(snapshots.get(i));
    }
    snapshots.clear();
    snapshots.addAll(kept);
    every *= 2;
  }

  /**
   * Returns what it was told, as much as it keeps.
   *
   * @return the snapshots, earliest first
   */
  public synchronized List<Progress> snapshots() {
    return List.copyOf(snapshots);
  }

  private void write(Path page, Progress now) {
    Sheet sheet = new Sheet(now.ending() == null ? "A search at work" : "A search that has ended");
    sheet.paragraph(now.toString());
    sheet.html("<div class=\"charts\">");
    Convergence fall = Convergence.of(snapshots);
    sheet.html(fall.overEvaluations()).html(fall.overTime());
    sheet.html("</div>");
    try {
      Path fresh = page.resolveSibling(page.getFileName() + ".new");
      Files.writeString(fresh, sheet.page(now.ending() == null ? SECONDS : 0));
      Files.move(fresh, page, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
