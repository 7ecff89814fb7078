/** Random numbers that are functions of what they are for: mixed keys and resumable streams. */
@NullMarked
package org.multidescent.random;

import org.jspecify.annotations.NullMarked;
