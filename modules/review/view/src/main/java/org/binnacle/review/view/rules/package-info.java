/// Rule sets: levels and parameters of rules, and the rules' pages.
@NullMarked
package org.binnacle.review.view.rules;

import org.jspecify.annotations.NullMarked;
