/** Problems whose evaluations the executors of an Apache Spark application make. */
@NullMarked
package org.multidescent.spark;

import org.jspecify.annotations.NullMarked;
