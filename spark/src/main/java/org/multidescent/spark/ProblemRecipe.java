package org.multidescent.spark;

import java.io.Serializable;
import java.util.function.Supplier;
import org.multidescent.problem.Problem;

/**
 * Makes a problem: once on the driver, for its box, bounds and constraints, and once in each
 * executor's virtual machine, for its objective. What it refers to is sent to the executors; what
 * is large, or cannot be serialised, it makes itself. An objective that is costly to make is better
 * one of {@link org.multidescent.problem.Problems#perWorker}, which the driver never makes.
 */
@FunctionalInterface
public interface ProblemRecipe extends Supplier<Problem>, Serializable {}
