/** What the documentation shows, compiled and runnable. */
@NullMarked
package org.multidescent.bench.examples;

import org.jspecify.annotations.NullMarked;
