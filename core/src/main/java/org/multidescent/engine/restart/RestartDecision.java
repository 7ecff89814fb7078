package org.multidescent.engine.restart;

import org.multidescent.restart.Next;

/**
 * What takes a stalled point's place.
 *
 * @param next the strategy's decision
 * @param number how many decisions were made before; names the random numbers of a hop
 */
public record RestartDecision(Next next, long number) {}
