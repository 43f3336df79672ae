/// Replication on the screen.
@NullMarked
package org.binnacle.diagnosis.view.replication;

import org.jspecify.annotations.NullMarked;
