package org.multidescent;

import org.multidescent.report.Budget;
import org.multidescent.report.Result;
import org.multidescent.testproblem.TestProblems;

/** A program for a run-time image of {@code java.base} alone. */
final class WithoutRecorder {

  private WithoutRecorder() {}

  public static void main(String[] arguments) {
    boolean present = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    Result result =
        Search.of(TestProblems.named("rastrigin2").problem())
            .workers(2)
            .budget(Budget.stalls(5))
            .run();
    System.out.println((present ? "a" : "no") + " recorder, ended by " + result.ending());
  }
}
