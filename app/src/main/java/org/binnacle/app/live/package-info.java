/// The review's port to a server: which one is asked, and how.
@NullMarked
package org.binnacle.app.live;

import org.jspecify.annotations.NullMarked;
