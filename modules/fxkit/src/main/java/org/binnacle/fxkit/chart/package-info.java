/// Small charts drawn on a canvas.
@NullMarked
package org.binnacle.fxkit.chart;

import org.jspecify.annotations.NullMarked;
