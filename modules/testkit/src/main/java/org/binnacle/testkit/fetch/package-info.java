/// Gets server builds onto this machine: where they come from, what is taken out of them, and the
/// cache that keeps them.
@NullMarked
package org.binnacle.testkit.fetch;

import org.jspecify.annotations.NullMarked;
