/// Tables as they are and as a script will leave them.
@NullMarked
package org.binnacle.review.schema;

import org.jspecify.annotations.NullMarked;
