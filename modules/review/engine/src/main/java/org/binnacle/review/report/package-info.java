/// What a review found, and its mouths.
@NullMarked
package org.binnacle.review.report;

import org.jspecify.annotations.NullMarked;
