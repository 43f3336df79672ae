/// The light look at the whole fleet: who is alive, in which role, how loaded.
@NullMarked
package org.binnacle.diagnosis.pulse;

import org.jspecify.annotations.NullMarked;
