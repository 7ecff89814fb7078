/** What every package may use: nothing here knows of a search. */
@NullMarked
package org.multidescent.util;

import org.jspecify.annotations.NullMarked;
