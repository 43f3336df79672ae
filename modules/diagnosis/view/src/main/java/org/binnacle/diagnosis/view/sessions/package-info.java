/// The process list on the screen.
@NullMarked
package org.binnacle.diagnosis.view.sessions;

import org.jspecify.annotations.NullMarked;
