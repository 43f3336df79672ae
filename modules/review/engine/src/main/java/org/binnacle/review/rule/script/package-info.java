/// Rules of the family `script`.
@NullMarked
package org.binnacle.review.rule.script;

import org.jspecify.annotations.NullMarked;
