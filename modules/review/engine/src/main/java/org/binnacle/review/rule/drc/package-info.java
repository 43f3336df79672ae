/// Rules of the family `drc`.
@NullMarked
package org.binnacle.review.rule.drc;

import org.jspecify.annotations.NullMarked;
