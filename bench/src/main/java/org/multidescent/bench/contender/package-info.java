/**
 * What is compared: this project's searches, plain descents in several orders, and other methods
 * from the literature, behind one small interface.
 *
 * <p>A contender sees a problem only through a {@link org.multidescent.bench.contender.Run}, whose
 * monitor counts every evaluation of the objective and of its gradient, keeps the best value, and
 * ends the run at the target or at the cap, exactly. So all have the same box, starts and counting.
 */
@NullMarked
package org.multidescent.bench.contender;

import org.jspecify.annotations.NullMarked;
