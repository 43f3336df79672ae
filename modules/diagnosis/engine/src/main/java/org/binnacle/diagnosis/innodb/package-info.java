/// How InnoDB does: its counters as figures, each with a word of what is unusual about it.
@NullMarked
package org.binnacle.diagnosis.innodb;

import org.jspecify.annotations.NullMarked;
