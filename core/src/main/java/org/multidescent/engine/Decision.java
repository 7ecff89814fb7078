package org.multidescent.engine;

import org.multidescent.renewal.Next;

/**
 * What takes a stalled point's place.
 *
 * @param next the renewal's decision
 * @param number how many decisions were made before; names the random numbers of a hop
 */
record Decision(Next next, long number) {}
