/// Rules of the family `name`.
@NullMarked
package org.binnacle.review.rule.name;

import org.jspecify.annotations.NullMarked;
