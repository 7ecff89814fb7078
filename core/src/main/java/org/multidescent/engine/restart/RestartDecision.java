package org.multidescent.engine.restart;

import org.jspecify.annotations.Nullable;
import org.multidescent.restart.Next;

/**
 * What takes a stalled point's place.
 *
 * @param next the strategy's decision
 * @param number how many decisions were made before; names the random numbers of a perturbation
 * @param resumed the run of an evolution strategy that goes on, if that was decided
 */
public record RestartDecision(Next next, long number, @Nullable LivePoint resumed) {}
