/**
 * What takes a stalled point's place: fresh starts, hops from the best optima, or nothing.
 *
 * <p>{@link org.multidescent.renewal.Renewal} is the policy, an immutable value; a search opens one
 * {@link org.multidescent.renewal.Renewal.Session} of it, which may learn.
 */
@NullMarked
package org.multidescent.renewal;

import org.jspecify.annotations.NullMarked;
