/// Rules of the family `index`.
@NullMarked
package org.binnacle.review.rule.index;

import org.jspecify.annotations.NullMarked;
