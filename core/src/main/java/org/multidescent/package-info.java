/** The front door: describe a search with {@code Search}, run it, read its result. */
@NullMarked
package org.multidescent;

import org.jspecify.annotations.NullMarked;
