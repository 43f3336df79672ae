/// What stands out among sessions: the user's own ordered rules.
@NullMarked
package org.binnacle.diagnosis.mark;

import org.jspecify.annotations.NullMarked;
