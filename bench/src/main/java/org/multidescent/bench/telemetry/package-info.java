/** Histograms of what a search's workers spend their time on. */
@NullMarked
package org.multidescent.bench.telemetry;

import org.jspecify.annotations.NullMarked;
