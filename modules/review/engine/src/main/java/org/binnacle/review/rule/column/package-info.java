/// Rules of the family `column`.
@NullMarked
package org.binnacle.review.rule.column;

import org.jspecify.annotations.NullMarked;
