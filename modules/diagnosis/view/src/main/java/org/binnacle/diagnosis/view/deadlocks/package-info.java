/// Deadlocks on the screen.
@NullMarked
package org.binnacle.diagnosis.view.deadlocks;

import org.jspecify.annotations.NullMarked;
