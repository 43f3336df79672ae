/// Variables and status counters on the screen.
@NullMarked
package org.binnacle.diagnosis.view.variables;

import org.jspecify.annotations.NullMarked;
