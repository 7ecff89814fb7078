package org.multidescent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import org.jctools.queues.MessagePassingQueue;
import org.jctools.queues.varhandle.MpscUnboundedVarHandleArrayQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;

/** What a job's class loader loaded can be unloaded when its searches have ended. */
class ClassLoaderTest {

  private static final int COLLECTIONS = 100;
  private static final long PATIENCE_MILLIS = 100;

  @TempDir private Path directory;

  /** Runs a search that keeps checkpoints; loaded anew, with all of the library. */
  public static final class Job {

    private Job() {}

    public static void run(Path path) {
      Problem problem = Problem.of(x -> Math.sin(5 * x[0]) + x[0] * x[0], Box.cube(-3, 4, 1));
      Search.of(problem)
          .workers(2)
          .budget(Budget.evaluations(5_000))
          .checkpoint(path, Duration.ofMillis(1))
          .run();
    }
  }

  @Test
  void aSearchWithCheckpointsKeepsNoClassLoader() throws Exception {
    ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();
    WeakReference<ClassLoader> loader = loadAndRun(collected);
    Reference<? extends ClassLoader> found = null;
    for (int k = 0; k < COLLECTIONS && found == null; k++) {
      System.gc();
      found = collected.remove(PATIENCE_MILLIS);
    }
    assertThat(found).isSameAs(loader);
  }

  private WeakReference<ClassLoader> loadAndRun(ReferenceQueue<ClassLoader> collected)
      throws Exception {
    URL[] places = {
      place(Search.class),
      place(Job.class),
      place(MessagePassingQueue.class),
      place(MpscUnboundedVarHandleArrayQueue.class)
    };
    try (URLClassLoader loader = new URLClassLoader(places, null)) {
      Class<?> job = loader.loadClass(Job.class.getName());
      assertThat(job).isNotSameAs(Job.class);
      job.getMethod("run", Path.class).invoke(null, directory.resolve("search.checkpoint"));
      return new WeakReference<>(loader, collected);
    }
  }

  /** Returns the folder or the jar a class comes from. */
  private static URL place(Class<?> type) throws MalformedURLException {
    String file = type.getName().replace('.', '/') + ".class";
    String url = type.getResource("/" + file).toString();
    String place = url.substring(0, url.length() - file.length());
    boolean jar = place.startsWith("jar:");
    return new URL(jar ? place.substring("jar:".length(), place.length() - "!/".length()) : place);
  }
}
