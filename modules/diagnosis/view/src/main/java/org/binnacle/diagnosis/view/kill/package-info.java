/// The sheet that shows exact victims before anything is killed.
@NullMarked
package org.binnacle.diagnosis.view.kill;

import org.jspecify.annotations.NullMarked;
