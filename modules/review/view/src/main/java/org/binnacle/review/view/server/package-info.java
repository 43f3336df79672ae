/// Reviews that ask a server: which one, the run, what it told.
@NullMarked
package org.binnacle.review.view.server;

import org.jspecify.annotations.NullMarked;
