package org.multidescent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.multidescent.problem.Box;
import org.multidescent.problem.Constrained;
import org.multidescent.problem.Constraints;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Progress;
import org.multidescent.report.Result;

/**
 * A search whose evaluations are made elsewhere, by those who ask for positions and tell values: a
 * queue of jobs, another process, a laboratory. The search is {@linkplain Search#reproducible(int)
 * reproducible}: its result is a function of the values told for the positions, whatever the order
 * of tells. Safe for use by many threads.
 *
 * <pre>{@code
 * try (AskTell session = AskTell.over(Box.cube(-5, 5, 5), search -> search.seed(1))) {
 *   while (!session.isDone()) {
 *     for (AskTell.Asked asked : session.ask(8)) {
 *       session.tell(asked.number(), simulate(asked.x()));
 *     }
 *   }
 *   System.out.println(session.result().best());
 * }
 * }</pre>
 *
 * <p>A position that is never told holds up its descent, and in the end all others, since their
 * order is fixed: then {@link #ask} returns nothing; tell a failure to go on. A position that the
 * search comes back to is asked for once.
 *
 * <p>Each lane of the search has a thread, which waits while its positions are evaluated.
 */
public final class AskTell implements AutoCloseable {

  private static final long LONGEST_WAIT_MILLIS = 1;

  /**
   * A position whose value is wanted.
   *
   * @param number what to tell the value by, from 1
   * @param x the position, in the problem's own coordinates; the caller's own
   */
  public record Asked(long number, double[] x) {}

  private final AskedPositions positions;
  private final Running running;

  private AskTell(
      AskedPositions positions, Constraints constraints, UnaryOperator<Search> settings) {
    this.positions = positions;
    Search search =
        Search.of(problem(positions, constraints))
            .reproducible()
            .failures(FailurePolicy.tolerate(Long.MAX_VALUE));
    Search given = settings.apply(search);
    Objects.requireNonNull(given, "settings: made null (expected: a search)");
    positions.requireSettings(given.identity());
    this.running = given.workers(given.lanes()).start();
  }

  private static Problem problem(AskedPositions positions, Constraints constraints) {
    if (!constraints.areApart() && constraints.count() > 0) {
      return Constrained.batch(
              (xs, count, values, c) -> {
                throw new IllegalStateException("values are told");
              },
              constraints.inequalities(),
              constraints.equalities())
          .tolerance(constraints.tolerance())
          .problem(positions.box())
          .evaluatedBy(positions::evaluator);
    }
    Problem problem =
        Problems.batch(
                (xs, count, values) -> {
                  throw new IllegalStateException("values are told");
                },
                positions.box())
            .evaluatedBy(positions::evaluator);
    return constraints.count() == 0 ? problem : problem.subjectTo(constraints);
  }

  /** Returns how many constraints are told with each value. */
  private static int told(Constraints constraints) {
    return constraints.areApart() ? 0 : constraints.count();
  }

  /**
   * Starts a search whose values are told.
   *
   * @param box where starts are drawn from, and the bounds; finite
   * @param settings changes the settings of the search: seed, budget, {@link
   *     Search#reproducible(int)} for as many descents at once. By default every failure is
   *     tolerated
   * @return the search, at work
   */
  public static AskTell over(Box box, UnaryOperator<Search> settings) {
    return over(box, Constraints.told(0, 0), settings);
  }

  /**
   * Starts a search whose values are told, under constraints: {@link Constraints#told} are told
   * with each value; others, such as linear ones, are computed here, and a value is asked for where
   * they hold, or nearly so. Each computation of those counts as an evaluation.
   *
   * @param box where starts are drawn from, and the bounds; finite
   * @param constraints what must hold
   * @param settings as of {@link #over(Box, UnaryOperator)}
   * @return the search, at work
   */
  public static AskTell over(Box box, Constraints constraints, UnaryOperator<Search> settings) {
    Objects.requireNonNull(constraints, "constraints: null (expected: constraints)");
    Objects.requireNonNull(settings, "settings: null (expected: a function)");
    return new AskTell(new AskedPositions(box, told(constraints)), constraints, settings);
  }

  /**
   * Goes on with a search that was saved. The search is done again with the values told so far,
   * which takes it to where it was, and costs no evaluation. The file says how many constraints are
   * told, and within which tolerance they must hold.
   *
   * @param file what {@link #save} has written
   * @param settings the same as before: the file has them, too, but for rules of the caller's own
   * @return the search, at work; positions that were asked for and not told keep their numbers
   * @throws IOException if the file cannot be read, or is no saved search
   * @throws IllegalArgumentException if the settings are not those of the search that was saved, or
   *     that has constraints that are computed apart
   */
  public static AskTell resume(Path file, UnaryOperator<Search> settings) throws IOException {
    Objects.requireNonNull(settings, "settings: null (expected: a function)");
    AskedFile saved = AskedFile.read(file);
    Constraints told = saved.constraints();
    if (told == null) {
      throw new IllegalArgumentException(
          "constraints: none (expected: those of the saved search, which are computed apart)");
    }
    return resume(saved, told, settings);
  }

  /**
   * Goes on with a search that was saved, under constraints that are computed here.
   *
   * @param file what {@link #save} has written
   * @param constraints the same as before
   * @param settings as of {@link #resume(Path, UnaryOperator)}
   * @return the search, at work
   * @throws IOException if the file cannot be read, or is no saved search
   * @throws IllegalArgumentException if constraints or settings are not those of the search that
   *     was saved
   */
  public static AskTell resume(Path file, Constraints constraints, UnaryOperator<Search> settings)
      throws IOException {
    Objects.requireNonNull(constraints, "constraints: null (expected: constraints)");
    Objects.requireNonNull(settings, "settings: null (expected: a function)");
    return resume(AskedFile.read(file), constraints, settings);
  }

  private static AskTell resume(
      AskedFile saved, Constraints constraints, UnaryOperator<Search> settings) {
    return new AskTell(AskedPositions.of(saved, told(constraints)), constraints, settings);
  }

  /**
   * Returns positions to be evaluated, none of which was returned before, also not before the
   * search was saved. Waits until the search has come as far as it can without further values.
   *
   * @param most how many at most, 1 or more
   * @return the positions; none while the search waits for values of those asked for before, and
   *     after its end
   * @throws IllegalStateException if the values of a saved search are not those that it asks for
   * @throws IllegalArgumentException if {@code most} is below 1
   */
  public List<Asked> ask(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("most: " + most + " (expected: 1 or more)");
    }
    return settle() ? List.of() : positions.take(most);
  }

  /**
   * Returns all positions asked for and not told.
   *
   * @return the positions, also those asked for before the search was saved
   */
  public List<Asked> waiting() {
    return positions.waiting();
  }

  /**
   * Tells a value.
   *
   * @param number the position's number
   * @param value the value there; NaN and infinities count as an evaluation without a value
   * @throws IllegalArgumentException if no position of this number was asked for, or constraints
   *     are to be told, too
   * @throws IllegalStateException if it was told before
   */
  public void tell(long number, double value) {
    positions.tell(number, new double[] {value});
  }

  /**
   * Tells a value and the constraints there.
   *
   * @param number the position's number
   * @param value the value there; of no use where constraints are violated
   * @param constraints those that must be 0 or below, then those that must be 0; NaN in one of them
   *     counts as an evaluation without a value
   * @throws IllegalArgumentException if no position of this number was asked for, or it has more
   *     constraints or less
   * @throws IllegalStateException if it was told before
   */
  public void tell(long number, double value, double... constraints) {
    double[] values = new double[1 + constraints.length];
    values[0] = value;
    System.arraycopy(constraints, 0, values, 1, constraints.length);
    positions.tell(number, values);
  }

  /**
   * Tells that an evaluation failed; {@link FailurePolicy} says what becomes of the search.
   *
   * @param number the position's number
   * @param failure what failed
   * @throws IllegalArgumentException if no position of this number was asked for
   * @throws IllegalStateException if it was told before
   */
  public void tell(long number, String failure) {
    Objects.requireNonNull(failure, "failure: null (expected: a sentence)");
    positions.tell(number, failure);
  }

  /**
   * Tells whether the search has ended; waits until it has come as far as it can.
   *
   * @return whether nothing more is asked for
   */
  public boolean isDone() {
    return settle();
  }

  /**
   * Writes all positions asked for and what was told, so that another process may go on; a file
   * that is there is replaced as a whole.
   *
   * @param file where to
   * @throws IOException if it cannot be written
   */
  public void save(Path file) throws IOException {
    positions.write(file);
  }

  /**
   * Returns how far the search is, with what was told so far.
   *
   * @return a snapshot
   */
  public Progress progress() {
    return running.progress();
  }

  /**
   * Returns what the search found; ends it if it has not ended.
   *
   * @return the result
   * @throws SearchFailedException if more failures were told than its policy tolerates
   */
  public Result result() {
    if (!settle()) {
      running.cancel();
    }
    return running.await();
  }

  /** Ends the search, if it has not ended. */
  @Override
  public void close() {
    running.cancel();
    try {
      running.await();
    } catch (SearchFailedException told) {
      // result() says so.
    }
  }

  /** Waits until the search waits for values, or has ended; returns whether it has. */
  private boolean settle() {
    boolean interrupted = false;
    while (!running.isDone() && !positions.isComplete(running::isWaitingFor)) {
      try {
        positions.await(LONGEST_WAIT_MILLIS);
      } catch (InterruptedException early) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return running.isDone();
  }
}
