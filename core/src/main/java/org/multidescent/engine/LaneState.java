package org.multidescent.engine;

import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;
import org.multidescent.renewal.Hop;
import org.multidescent.report.Ending;

/** What a lane has counted and what it is at, between two paddings. */
abstract class LaneState extends Padding {

  /** Whether a lane can be advanced. */
  enum Status {
    /** It can be advanced by any worker. */
    READY,
    /** A worker is advancing it. */
    HELD,
    /** Its task has ended, and waits to be committed. */
    ENDED,
    /** There was no task for it. */
    IDLE,
    /** It may make no further call, or take no further step, for now. */
    SPENT
  }

  /** What a lane is at. */
  enum Task {
    /** Evaluating a fresh start. */
    PLANT,
    /** Evaluating the candidates of a hop. */
    LEAP,
    /** Beginning the descent of a start. */
    WARM,
    /** Descending. */
    DESCEND
  }

  long evaluations;
  long gradients;
  long steps;
  long hops;
  double best = Double.POSITIVE_INFINITY;

  /** How long it has been idle; its clock is this and its calls. */
  long idle;

  /** The clock after which it has not been idle. */
  long since;

  long callsLeft;
  long stepsLeft;
  Status status = Status.IDLE;

  /** What the lane will be when its holder gives it back. */
  Status outcome = Status.READY;

  /** Which budget was used up when the lane was spent. */
  Ending spent = Ending.EVALUATIONS;

  Task task = Task.WARM;
  long start;
  double value;
  int planting;
  @Nullable Hop hop;
  long number;
  double[] missed = new double[0];
  boolean hasMissed;
  @Nullable LivePoint live;

  /** The clock when the point in hand became this lane's. */
  long began;

  int taken;
  @Nullable Stall stall;
}
