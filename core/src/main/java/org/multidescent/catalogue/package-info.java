/** The distinct optima of a search: what is the same, what is kept, what is counted. */
@NullMarked
package org.multidescent.catalogue;

import org.jspecify.annotations.NullMarked;
