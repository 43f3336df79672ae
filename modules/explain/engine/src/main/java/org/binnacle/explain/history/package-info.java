/// Plans that are kept, by statement, so that a change is noticed.
@NullMarked
package org.binnacle.explain.history;

import org.jspecify.annotations.NullMarked;
