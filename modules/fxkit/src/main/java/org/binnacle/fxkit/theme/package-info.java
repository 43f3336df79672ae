/// Light and dark, density, and the only home of colours.
@NullMarked
package org.binnacle.fxkit.theme;

import org.jspecify.annotations.NullMarked;
