/// Runs that were kept: what they found, what came new and what was fixed since.
@NullMarked
package org.binnacle.review.history;

import org.jspecify.annotations.NullMarked;
