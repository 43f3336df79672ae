/// Rules of the family `security`.
@NullMarked
package org.binnacle.review.rule.security;

import org.jspecify.annotations.NullMarked;
