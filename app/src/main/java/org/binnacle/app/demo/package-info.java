/// The demo: a real fleet on this machine in a state folder of its own.
@NullMarked
package org.binnacle.app.demo;

import org.jspecify.annotations.NullMarked;
