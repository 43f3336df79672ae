/// Who waits for whom, on the screen.
@NullMarked
package org.binnacle.diagnosis.view.locks;

import org.jspecify.annotations.NullMarked;
