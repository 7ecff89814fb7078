/**
 * The concurrent priority structures of a search: {@link org.multidescent.frontier.Frontier} in an
 * exact and in a relaxed form.
 */
@NullMarked
package org.multidescent.frontier;

import org.jspecify.annotations.NullMarked;
