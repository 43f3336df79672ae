/// Rules of the family `valid`.
@NullMarked
package org.binnacle.review.rule.valid;

import org.jspecify.annotations.NullMarked;
