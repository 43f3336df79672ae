/// Rules of the family `ddl`.
@NullMarked
package org.binnacle.review.rule.ddl;

import org.jspecify.annotations.NullMarked;
