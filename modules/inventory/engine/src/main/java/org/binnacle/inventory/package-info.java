/// The fleet: instances and how to reach them, import and export, discovery, credentials port.
@NullMarked
package org.binnacle.inventory;

import org.jspecify.annotations.NullMarked;
