/// Rules of the family `index`.
@NullMarked
package org.binnacle.review.rule.table;

import org.jspecify.annotations.NullMarked;
