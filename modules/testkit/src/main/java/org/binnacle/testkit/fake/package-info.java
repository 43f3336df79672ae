/// A fleet of servers that are none: they speak enough of the MySQL protocol to be watched, and
/// misbehave when told to. For what real servers cannot be made to do a thousand times over.
@NullMarked
package org.binnacle.testkit.fake;

import org.jspecify.annotations.NullMarked;
