/**
 * What a search tells: the optima it found, where each came from, and how complete the list is.
 *
 * <p>Everything here is a value: immutable and safe to share.
 */
@NullMarked
package org.multidescent.report;

import org.jspecify.annotations.NullMarked;
