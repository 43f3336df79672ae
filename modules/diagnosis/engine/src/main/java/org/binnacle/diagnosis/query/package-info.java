/// The one language of the query bar.
@NullMarked
package org.binnacle.diagnosis.query;

import org.jspecify.annotations.NullMarked;
