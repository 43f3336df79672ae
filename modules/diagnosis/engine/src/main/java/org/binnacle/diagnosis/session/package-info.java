/// One look at the process list: rows, their kinds, what is hidden and how values are written.
@NullMarked
package org.binnacle.diagnosis.session;

import org.jspecify.annotations.NullMarked;
