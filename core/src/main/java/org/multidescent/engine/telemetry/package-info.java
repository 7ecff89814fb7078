/** Internal. */
@org.jspecify.annotations.NullMarked
package org.multidescent.engine.telemetry;
