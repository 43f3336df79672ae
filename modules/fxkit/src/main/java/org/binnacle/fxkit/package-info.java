/// What every screen shares: the one bridge to the FX thread, panels, live tables, SQL areas, the
/// task bar, themes.
@NullMarked
package org.binnacle.fxkit;

import org.jspecify.annotations.NullMarked;
