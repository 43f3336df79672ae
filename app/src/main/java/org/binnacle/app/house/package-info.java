/// The composition root and what it stands on: the state folder and the log. Both faces, the
/// command line and the window, are built on it; it knows neither.
@NullMarked
package org.binnacle.app.house;

import org.jspecify.annotations.NullMarked;
