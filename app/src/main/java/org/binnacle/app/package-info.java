/// The composition root and its two faces: the command line and the window.
@NullMarked
package org.binnacle.app;

import org.jspecify.annotations.NullMarked;
