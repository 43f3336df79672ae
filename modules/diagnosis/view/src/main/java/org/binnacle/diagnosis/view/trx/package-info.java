/// Open transactions on the screen.
@NullMarked
package org.binnacle.diagnosis.view.trx;

import org.jspecify.annotations.NullMarked;
