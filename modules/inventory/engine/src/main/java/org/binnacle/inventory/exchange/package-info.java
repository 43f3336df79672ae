/// Bringing instances in from files of ours and of other programs, and giving them out; never with
/// a password.
@NullMarked
package org.binnacle.inventory.exchange;

import org.jspecify.annotations.NullMarked;
