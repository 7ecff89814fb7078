/** Linear algebra and searches of one variable, on plain arrays; knows nothing of descents. */
@NullMarked
package org.multidescent.numerics;

import org.jspecify.annotations.NullMarked;
