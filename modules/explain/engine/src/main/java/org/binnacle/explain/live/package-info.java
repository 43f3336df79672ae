/// Plans of servers: of a statement, of what a thread runs, estimated or measured, with the facts
/// that insights want.
@NullMarked
package org.binnacle.explain.live;

import org.jspecify.annotations.NullMarked;
