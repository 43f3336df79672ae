/// Rule sets: which rules run, how bad they are, with which settings, and where.
@NullMarked
package org.binnacle.review.set;

import org.jspecify.annotations.NullMarked;
