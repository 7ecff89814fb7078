package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.descent.Stall;
import org.multidescent.renewal.Hop;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;

/** What a lane has counted and what it is at, between two paddings. */
abstract class LaneState extends Padding {

  /** What a lane is at. */
  enum Task {
    /** Nothing: there was no point for it. */
    NONE,
    /** Evaluating fresh starts. */
    PLANT,
    /** Evaluating the candidates of a hop, then descending. */
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

  /** The counters when the task began. */
  long evaluationsBefore;

  long gradientsBefore;
  long stepsBefore;
  long hopsBefore;

  /** The faults of the task. */
  final long[] faults = new long[Fault.Kind.values().length];

  /** The lowest value known when the task began, or seen since. */
  double best = Double.POSITIVE_INFINITY;

  final List<Fault> firstFaults = new ArrayList<>();

  /** How many exceptions the task may have, for all that was known when it began. */
  long tolerated;

  /** The last exception of the task. */
  @Nullable Fault exception;

  /** The task's place in the order of all. */
  long place;

  /** What the task may still use. */
  long callsLeft;

  long stepsLeft;
  long callsGranted;
  long stepsGranted;

  /** Which of them ran out, if the task was cut short for that. */
  @Nullable Ending spent;

  Task task = Task.NONE;
  boolean ended;

  /** The cold start to descend from, or the first of the fresh starts. */
  long start;

  double value;

  /** Fresh starts: how many are to be evaluated, how many were, how many more are to follow. */
  int planting;

  int planted;
  int owed;
  double[] values = new double[0];

  @Nullable Hop hop;
  long number;

  /** A candidate of a hop none of whose candidates had a value. */
  double @Nullable [] missed;

  @Nullable LivePoint live;

  /** The steps of the slice so far. */
  int taken;

  @Nullable Stall stall;

  /** After how many calls the task ends, at the end of a step. */
  long part;

  /** How many times the usual calls the last step may use. */
  int allowance = 1;

  /** Whether a point that counts is in this lane. */
  boolean occupied;
}
