/**
 * What a user writes: an objective, its gradient or residuals, constraints and their derivatives,
 * one position at a time or many; mostly as lambda expressions. {@link
 * org.multidescent.problem.Problem} says what each is for.
 */
@NullMarked
package org.multidescent.function;

import org.jspecify.annotations.NullMarked;
