/// Where a script comes from: its project, and who wrote its lines.
@NullMarked
package org.binnacle.review.origin;

import org.jspecify.annotations.NullMarked;
