/// The panel of one instance or of a cluster: a switcher and the views behind it.
@NullMarked
package org.binnacle.diagnosis.view.instance;

import org.jspecify.annotations.NullMarked;
