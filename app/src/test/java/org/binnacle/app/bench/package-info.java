/// What the whole program costs, its window included.
@NullMarked
package org.binnacle.app.bench;

import org.jspecify.annotations.NullMarked;
