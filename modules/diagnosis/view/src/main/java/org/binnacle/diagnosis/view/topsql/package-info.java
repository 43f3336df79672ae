/// Which statements load an instance or a cluster.
@NullMarked
package org.binnacle.diagnosis.view.topsql;

import org.jspecify.annotations.NullMarked;
