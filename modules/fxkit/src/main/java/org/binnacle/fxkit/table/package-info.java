/// Live tables: filter, sort and merge off the FX thread, selection and scroll kept by key.
@NullMarked
package org.binnacle.fxkit.table;

import org.jspecify.annotations.NullMarked;
