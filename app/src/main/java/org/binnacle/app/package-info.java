/// The way in: from what was typed to the command line or the window.
@NullMarked
package org.binnacle.app;

import org.jspecify.annotations.NullMarked;
