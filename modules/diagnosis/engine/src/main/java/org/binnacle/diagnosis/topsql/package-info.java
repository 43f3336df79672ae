/// Which statements load a server: digest deltas over time, their history, what changed.
@NullMarked
package org.binnacle.diagnosis.topsql;

import org.jspecify.annotations.NullMarked;
