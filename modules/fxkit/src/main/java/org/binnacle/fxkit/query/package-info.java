/// The one query bar.
@NullMarked
package org.binnacle.fxkit.query;

import org.jspecify.annotations.NullMarked;
