/// Rules of the family `explain`.
@NullMarked
package org.binnacle.review.rule.explain;

import org.jspecify.annotations.NullMarked;
