/// Deadlocks: the newest one that InnoDB remembers, taken apart and kept.
@NullMarked
package org.binnacle.diagnosis.deadlock;

import org.jspecify.annotations.NullMarked;
