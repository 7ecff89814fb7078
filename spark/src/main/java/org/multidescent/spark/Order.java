package org.multidescent.spark;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a job computes at each of its positions.
 *
 * @param call what is computed
 * @param dimension how many coordinates a position has
 * @param numbers how many numbers there are beside the value
 * @param sample the name of the objective's random numbers; null if it has been given none
 */
record Order(Call call, int dimension, int numbers, @Nullable Long sample)
    implements Serializable {}
