/// Records: what the sessions, locks, transactions, replication and InnoDB of instances did over
/// some minutes or hours, look by look, in blocks that are kept.
@NullMarked
package org.binnacle.diagnosis.tape;

import org.jspecify.annotations.NullMarked;
