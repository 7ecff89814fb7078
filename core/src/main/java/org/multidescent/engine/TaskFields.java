package org.multidescent.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.multidescent.concurrent.LeadingPadding;
import org.multidescent.descent.Stall;
import org.multidescent.engine.restart.LivePoint;
import org.multidescent.report.Ending;
import org.multidescent.report.Fault;
import org.multidescent.restart.Perturbation;

/** What a lane has counted and what it is at, between two paddings. */
public abstract class TaskFields extends LeadingPadding {

  /** What a lane is at. */
  public enum Kind {
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

  public long evaluations;
  public long gradients;
  public long steps;
  public long hops;

  /** The counters when the task began. */
  public long evaluationsBefore;

  public long gradientsBefore;
  public long stepsBefore;
  public long hopsBefore;

  /** The faults of the task. */
  public final long[] faults = new long[Fault.Kind.values().length];

  /** The lowest value known when the task began, or seen since. */
  public double best = Double.POSITIVE_INFINITY;

  public final List<Fault> firstFaults = new ArrayList<>();

  /** How many exceptions the task may have, for all that was known when it began. */
  public long tolerated;

  /** The last exception of the task. */
  @Nullable public Fault exception;

  /** The task's place in the order of all. */
  public long place;

  /** What the task may still use. */
  public long callsLeft;

  public long stepsLeft;
  public long callsGranted;
  public long stepsGranted;

  /** Which of them ran out, if the task was cut short for that. */
  @Nullable public Ending spent;

  public Kind task = Kind.NONE;
  public boolean ended;

  /** The cold start to descend from, or the first of the fresh starts. */
  public long start;

  public double value;

  /** Fresh starts: how many are to be evaluated, how many were, how many more are to follow. */
  public int planting;

  public int planted;
  public int owed;
  public double[] values = new double[0];

  @Nullable public Perturbation hop;
  public long number;

  /** A candidate of a hop none of whose candidates had a value. */
  public double @Nullable [] missed;

  @Nullable public LivePoint live;

  /** The steps of the slice so far. */
  public int taken;

  @Nullable public Stall stall;

  /** After how many calls the task ends, at the end of a step. */
  public long part;

  /** How many times the usual calls the last step may use. */
  public int allowance = 1;

  /** Whether a point that counts is in this lane. */
  public boolean occupied;
}
