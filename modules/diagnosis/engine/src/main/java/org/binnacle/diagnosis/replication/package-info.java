/// Replication as one instance sees it: its channels, their workers, how far behind they are by
/// every measure that there is, and errors with what to do about them.
@NullMarked
package org.binnacle.diagnosis.replication;

import org.jspecify.annotations.NullMarked;
