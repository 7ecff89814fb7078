/** An application for spark-submit. */
@NullMarked
package org.multidescent.spark.examples;

import org.jspecify.annotations.NullMarked;
