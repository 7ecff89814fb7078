package org.multidescent.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.multidescent.Running;
import org.multidescent.Search;
import org.multidescent.SearchFailedException;
import org.multidescent.function.EvaluationUnavailableException;
import org.multidescent.problem.Box;
import org.multidescent.problem.Problem;
import org.multidescent.problem.Problems;
import org.multidescent.report.Budget;
import org.multidescent.report.Ending;
import org.multidescent.report.FailurePolicy;
import org.multidescent.report.Fault;
import org.multidescent.report.Result;

/** Evaluations by the threads of an executor in the driver's virtual machine. */
class LocalTest {

  private static final Box BOX = Box.cube(-1, 2, 2);
  private static final AtomicInteger MADE = new AtomicInteger();
  private static final AtomicInteger INTERRUPTED = new AtomicInteger();
  private static final CountDownLatch BEGUN = new CountDownLatch(2);
  private static final AtomicInteger FIRST_STAGE = new AtomicInteger(-1);
  private static final AtomicInteger TASKS = new AtomicInteger();
  private static final CountDownLatch SECOND_JOB = new CountDownLatch(1);

  @TempDir private Path folder;
  private static JavaSparkContext context;

  @BeforeEach
  void begin() {
    if (context == null || context.sc().isStopped()) {
      context = Applications.local();
    }
  }

  @AfterAll
  static void end() {
    context.stop();
  }

  @ParameterizedTest
  @EnumSource(Recipes.class)
  void resultsAreThoseOfOneMachine(Recipes recipe) {
    Problem local = recipe.get();
    Problem same = local.isNoisy() ? local : local.inBatches();
    Result here = search(same).run();
    Result there = search(SparkProblem.of(context, recipe)).run();
    assertThat(Digest.of(there)).isEqualTo(Digest.of(here));
    assertThat(there.progress().evaluations()).isEqualTo(200);
  }

  private static Search search(Problem problem) {
    return Search.of(problem)
        .seed(3)
        .reproducible(4)
        .workers(2)
        .failures(FailurePolicy.tolerate(200))
        .budget(Budget.evaluations(200));
  }

  @Test
  void exceptionsComeBackAsTheyAreOrAsText() {
    Result result = search(SparkProblem.of(context, Recipes.FAILURES)).run();
    assertThat(result.firstFaults())
        .filteredOn(fault -> fault.kind() == Fault.Kind.EXCEPTION)
        .extracting(fault -> String.valueOf(fault.cause()))
        .contains(
            "java.lang.IllegalStateException: too far", "java.lang.RuntimeException: unsent true");
  }

  @Test
  void theProblemIsMadeOnceByTheDriverAndOnceByTheExecutor() {
    MADE.set(0);
    Problem problem =
        SparkProblem.of(
            context,
            () -> {
              MADE.incrementAndGet();
              return Problem.of(x -> x[0] * x[0] + x[1], BOX);
            });
    Search.of(problem).workers(2).budget(Budget.evaluations(200)).run();
    assertThat(MADE).hasValue(2);
  }

  @Test
  void cancelledJobsAreInterrupted() throws InterruptedException {
    Problem endless =
        SparkProblem.of(
            context,
            () ->
                Problem.of(
                    x -> {
                      BEGUN.countDown();
                      try {
                        new CountDownLatch(1).await();
                        return 0;
                      } catch (InterruptedException early) {
                        INTERRUPTED.incrementAndGet();
                        throw new IllegalStateException(early);
                      }
                    },
                    BOX));
    Running running = Search.of(endless).workers(2).start();
    BEGUN.await();
    running.cancel();
    Result result = running.await();
    assertThat(result.ending()).isEqualTo(Ending.CANCELLED);
    assertThat(result.progress().evaluations()).isZero();
    assertThat(result.faults()).isZero();
    context.stop();
    assertThat(INTERRUPTED).hasPositiveValue();
  }

  /** The last task of the first job reaches the target when the second job has begun. */
  @Test
  void aTargetCancelsTheJobsOfOthers() {
    INTERRUPTED.set(0);
    Problem problem =
        SparkProblem.of(
            context,
            () ->
                Problem.of(
                    x -> {
                      try {
                        return ofTwoJobs();
                      } catch (InterruptedException early) {
                        INTERRUPTED.incrementAndGet();
                        throw new IllegalStateException(early);
                      }
                    },
                    BOX));
    Result result = Search.of(problem).workers(2).budget(Budget.target(-10)).run();
    assertThat(result.ending()).isEqualTo(Ending.TARGET);
    assertThat(result.best().value()).isEqualTo(-10);
    assertThat(result.faults()).isZero();
    context.stop();
    assertThat(INTERRUPTED).hasPositiveValue();
  }

  private static double ofTwoJobs() throws InterruptedException {
    TaskContext task = TaskContext.get();
    FIRST_STAGE.compareAndSet(-1, task.stageId());
    if (FIRST_STAGE.get() != task.stageId()) {
      SECOND_JOB.countDown();
      new CountDownLatch(1).await();
    }
    if (TASKS.incrementAndGet() < task.numPartitions()) {
      return 1;
    }
    SECOND_JOB.await();
    return -10;
  }

  @Test
  void aStoppedContextEndsTheSearchWhichGoesOnInAnother() {
    Path file = folder.resolve("checkpoint");
    Search search =
        search(SparkProblem.of(context, Recipes.VALUES))
            .checkpoint(file, Duration.ofHours(1))
            .onBest(best -> context.stop());
    SearchFailedException failed = catchThrowableOfType(SearchFailedException.class, search::run);
    assertThat(failed).hasCauseInstanceOf(EvaluationUnavailableException.class);
    assertThat(failed.result().ending()).isEqualTo(Ending.FAILED);
    assertThat(failed.result().faults()).isZero();
    assertThat(failed.result().progress().evaluations()).isBetween(1L, 199L);
    context = Applications.local();
    Result resumed = Search.resume(file, SparkProblem.of(context, Recipes.VALUES)).workers(2).run();
    Result here = search(Recipes.VALUES.get().inBatches()).run();
    assertThat(Digest.of(resumed)).isEqualTo(Digest.of(here));
  }

  @Test
  void aRecipeThatCannotBeSentIsRefused() {
    Object part = new Object();
    assertThatThrownBy(
            () ->
                SparkProblem.of(context, () -> Problem.of(x -> x[0] * part.hashCode() * x[1], BOX)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("recipe: java.io.NotSerializableException: java.lang.Object");
  }

  @Test
  void aRecipeThatFailsOnAnExecutorEndsTheSearch() {
    Thread driver = Thread.currentThread();
    String name = driver.getName();
    Problem problem =
        SparkProblem.of(
            context,
            () -> {
              if (!Thread.currentThread().getName().equals(name)) {
                throw new IllegalStateException("no licence here");
              }
              return Problem.of(x -> x[0], BOX);
            });
    SearchFailedException failed =
        catchThrowableOfType(SearchFailedException.class, Search.of(problem)::run);
    assertThat(failed).hasStackTraceContaining("no licence here");
    assertThat(failed.result().progress().evaluations()).isZero();
  }

  @Test
  void oneObjectiveAThreadOnTheExecutor() {
    MADE.set(0);
    Problem problem =
        SparkProblem.of(
            context,
            () ->
                Problems.perWorker(
                    () -> {
                      MADE.incrementAndGet();
                      return x -> x[0] * x[0] + x[1] * x[1];
                    },
                    BOX));
    assertThat(MADE).as("none on the driver").hasValue(0);
    Search.of(problem).workers(2).budget(Budget.evaluations(200)).run();
    assertThat(MADE.get()).isBetween(1, 2);
  }
}
