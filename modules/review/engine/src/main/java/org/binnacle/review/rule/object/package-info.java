/// Rules of the family `object`.
@NullMarked
package org.binnacle.review.rule.object;

import org.jspecify.annotations.NullMarked;
