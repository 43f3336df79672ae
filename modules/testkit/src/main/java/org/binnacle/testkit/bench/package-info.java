/// What benches of several modules share.
@NullMarked
package org.binnacle.testkit.bench;

import org.jspecify.annotations.NullMarked;
