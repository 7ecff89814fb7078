/**
 * Tunes the number of threads for an objective on a machine: measures, fits, predicts, recommends.
 * Begin with {@link org.multidescent.bench.tune.ThreadTuner}.
 */
@NullMarked
package org.multidescent.bench.tune;

import org.jspecify.annotations.NullMarked;
