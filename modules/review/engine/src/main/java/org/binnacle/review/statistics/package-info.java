/// Figures over the runs that were kept.
@NullMarked
package org.binnacle.review.statistics;

import org.jspecify.annotations.NullMarked;
