/// JavaFX in tests without a display. Only this package knows JavaFX and TestFX.
@NullMarked
package org.binnacle.testkit.fx;

import org.jspecify.annotations.NullMarked;
