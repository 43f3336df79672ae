/// Real servers for tests and for the demo fleet.
@NullMarked
package org.binnacle.testkit;

import org.jspecify.annotations.NullMarked;
