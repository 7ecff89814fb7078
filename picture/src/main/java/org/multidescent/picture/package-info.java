/** Charts in SVG and pages of HTML that need nothing from elsewhere. */
@NullMarked
package org.multidescent.picture;

import org.jspecify.annotations.NullMarked;
