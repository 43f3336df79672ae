/// From a house to a window: starts JavaFX, hands the window its parts, waits for its end.
@NullMarked
package org.binnacle.app.start;

import org.jspecify.annotations.NullMarked;
