/// The light look that is taken of every server of a fleet: one round trip of less than 2 kB.
@NullMarked
package org.binnacle.mysql.pulse;

import org.jspecify.annotations.NullMarked;
