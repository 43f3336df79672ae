/// Writing results to files: row by row, so that memory does not grow with them.
@NullMarked
package org.binnacle.explain.export;

import org.jspecify.annotations.NullMarked;
