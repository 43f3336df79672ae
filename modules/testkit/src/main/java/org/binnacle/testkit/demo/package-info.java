/// The demo fleet: three replicating servers with the data and the traffic of a web shop.
@NullMarked
package org.binnacle.testkit.demo;

import org.jspecify.annotations.NullMarked;
