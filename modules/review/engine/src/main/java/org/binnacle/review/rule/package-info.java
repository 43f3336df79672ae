/// The rules that ship, a package for each family.
@NullMarked
package org.binnacle.review.rule;

import org.jspecify.annotations.NullMarked;
