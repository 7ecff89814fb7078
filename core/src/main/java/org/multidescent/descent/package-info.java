/**
 * Resumable descents: a point, the rule that moves it step by step, and the rule that tells when it
 * has stalled.
 *
 * <p>A {@link org.multidescent.descent.Point} holds everything a descent remembers, so that any
 * thread may take its next step. A {@link org.multidescent.descent.StepRule} and a {@link
 * org.multidescent.descent.StallRule} are immutable values; what they need to remember they keep in
 * the point. They see the objective through an {@link org.multidescent.descent.Oracle}, in working
 * coordinates (see {@link org.multidescent.descent.WorkingCoordinates}).
 */
@NullMarked
package org.multidescent.descent;

import org.jspecify.annotations.NullMarked;
