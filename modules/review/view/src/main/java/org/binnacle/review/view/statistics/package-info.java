/// The screen of review statistics.
@NullMarked
package org.binnacle.review.view.statistics;

import org.jspecify.annotations.NullMarked;
