/**
 * The engine: workers that pull points from the frontier, step them downhill and report what
 * stalls. Internal.
 */
@NullMarked
package org.multidescent.engine;

import org.jspecify.annotations.NullMarked;
