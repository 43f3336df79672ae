/// Drawings that know no screen: shapes, and the pens that write them as SVG and PNG.
@NullMarked
package org.binnacle.explain.picture;

import org.jspecify.annotations.NullMarked;
