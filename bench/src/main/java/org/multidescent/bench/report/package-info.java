/** Reports that open from disk: one page of Markdown turned into HTML, and charts beside it. */
@NullMarked
package org.multidescent.bench.report;

import org.jspecify.annotations.NullMarked;
