package org.multidescent.bench;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.multidescent.AskTell;
import org.multidescent.Search;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.report.Budget;

/**
 * The folder in which the commands ask and tell keep a search: its settings and its state. One
 * process at a time has it; others wait.
 */
final class AskTellFolder implements Closeable {

  private static final Pattern BOX = Pattern.compile("([-+.\\deE]+),([-+.\\deE]+),(\\d{1,9})");
  private static final String SETTINGS = "settings.properties";
  private static final String STATE = "state.txt";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;
  private final Properties settings = new Properties();

  private AskTellFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Tells whether there is a search in a folder. */
  static boolean exists(Path folder) {
    return Files.exists(folder.resolve(SETTINGS));
  }

  /** Makes a folder if there is none, and waits until no other process has it. */
  static AskTellFolder lock(Path folder) throws IOException {
    Files.createDirectories(folder);
    FileChannel lock =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      lock.lock();
      return new AskTellFolder(folder, lock);
    } catch (Throwable failed) {
      lock.close();
      throw failed;
    }
  }

  /** Gives the folder to the next process. */
  @Override
  public void close() throws IOException {
    lock.close();
  }

  /** Writes the settings of a new search. */
  void create(
      String box, Constraints constraints, long seed, int lanes, long evaluations, double target)
      throws IOException {
    box(box);
    settings.setProperty("inequalities", Integer.toString(constraints.inequalities()));
    settings.setProperty("equalities", Integer.toString(constraints.equalities()));
    settings.setProperty("tolerance", Double.toString(constraints.tolerance()));
    settings.setProperty("box", box);
    settings.setProperty("seed", Long.toString(seed));
    settings.setProperty("lanes", Integer.toString(lanes));
    settings.setProperty("evaluations", Long.toString(evaluations));
    settings.setProperty("target", Double.toString(target));
    change(Search.of(Problem.of(x -> 0, box(box))));
    try (Writer writer = Files.newBufferedWriter(folder.resolve(SETTINGS))) {
      settings.store(writer, "A search whose values are told");
    }
  }

  /** Goes on with the search. */
  AskTell open() throws IOException {
    try (Reader reader = Files.newBufferedReader(folder.resolve(SETTINGS))) {
      settings.load(reader);
    }
    Path state = folder.resolve(STATE);
    return Files.exists(state)
        ? AskTell.resume(state, this::change)
        : AskTell.over(box(settings.getProperty("box")), constraints(), this::change);
  }

  /** Returns the constraints that are told, once the search is open. */
  Constraints constraints() {
    return Constraints.told(
            Integer.parseInt(settings.getProperty("inequalities", "0")),
            Integer.parseInt(settings.getProperty("equalities", "0")))
        .tolerance(
            Double.parseDouble(
                settings.getProperty(
                    "tolerance", Double.toString(Constraints.STANDARD_TOLERANCE))));
  }

  void save(AskTell session) throws IOException {
    session.save(folder.resolve(STATE));
  }

  private Search change(Search search) {
    long evaluations = Long.parseLong(settings.getProperty("evaluations"));
    Search changed =
        search
            .seed(Long.parseLong(settings.getProperty("seed")))
            .reproducible(Integer.parseInt(settings.getProperty("lanes")));
    Budget budget = Budget.evaluations(evaluations);
    double target = Double.parseDouble(settings.getProperty("target"));
    return changed.budget(
        target > Double.NEGATIVE_INFINITY ? budget.or(Budget.target(target)) : budget);
  }

  private static Box box(String text) {
    String[] sides = text.split(";");
    double[] lower = new double[0];
    double[] upper = new double[0];
    for (String side : sides) {
      Matcher parts = BOX.matcher(side);
      if (!parts.matches()) {
        throw new IllegalArgumentException(
            "--box: "
                + text
                + " (expected: LOWER,UPPER,DIMENSION such as -5,5,10, several separated by ;)");
      }
      lower = extended(lower, parts.group(1), Integer.parseInt(parts.group(3)));
      upper = extended(upper, parts.group(2), Integer.parseInt(parts.group(3)));
    }
    return Box.of(lower, upper);
  }

  private static double[] extended(double[] bounds, String bound, int times) {
    double[] more = Arrays.copyOf(bounds, bounds.length + times);
    Arrays.fill(more, bounds.length, more.length, Double.parseDouble(bound));
    return more;
  }
}
