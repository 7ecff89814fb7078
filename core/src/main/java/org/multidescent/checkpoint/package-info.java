/**
 * The state of a search as bytes: one versioned codec, and the file that keeps it through crashes.
 */
@NullMarked
package org.multidescent.checkpoint;

import org.jspecify.annotations.NullMarked;
