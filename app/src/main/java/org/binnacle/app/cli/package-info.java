/// The `binnacle` command: every capability's second face. Commands parse, call an engine and
/// print; they decide nothing that the window would decide otherwise. No class of this package
/// names JavaFX, so that a command never pays for it.
@NullMarked
package org.binnacle.app.cli;

import org.jspecify.annotations.NullMarked;
