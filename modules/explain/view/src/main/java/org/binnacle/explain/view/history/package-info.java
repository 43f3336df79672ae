/// The screen of kept plans.
@NullMarked
package org.binnacle.explain.view.history;

import org.jspecify.annotations.NullMarked;
