/// Repeating looks at sessions of one instance or of several.
@NullMarked
package org.binnacle.diagnosis.watch;

import org.jspecify.annotations.NullMarked;
