/// One plan on the screen.
@NullMarked
package org.binnacle.explain.view.plan;

import org.jspecify.annotations.NullMarked;
