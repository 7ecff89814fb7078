/** The command line: one runnable jar with a sub-command for each kind of measurement. */
@NullMarked
package org.multidescent.bench;

import org.jspecify.annotations.NullMarked;
