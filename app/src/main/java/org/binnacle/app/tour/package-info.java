/// A walk through the window that leaves pictures behind.
@NullMarked
package org.binnacle.app.tour;

import org.jspecify.annotations.NullMarked;
