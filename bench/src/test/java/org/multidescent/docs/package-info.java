/** Examples that the documentation shows, compiled. */
@NullMarked
package org.multidescent.docs;

import org.jspecify.annotations.NullMarked;
