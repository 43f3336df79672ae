/// Sheets, questions, errors, toasts and inline messages over a window.
@NullMarked
package org.binnacle.fxkit.sheet;

import org.jspecify.annotations.NullMarked;
