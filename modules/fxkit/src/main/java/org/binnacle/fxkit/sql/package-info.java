/// SQL on the screen: highlighted off the FX thread, bounded in size.
@NullMarked
package org.binnacle.fxkit.sql;

import org.jspecify.annotations.NullMarked;
