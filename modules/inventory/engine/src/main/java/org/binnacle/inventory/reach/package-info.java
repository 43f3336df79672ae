/// Whether a server can be reached, step by step, and which servers belong to it.
@NullMarked
package org.binnacle.inventory.reach;

import org.jspecify.annotations.NullMarked;
