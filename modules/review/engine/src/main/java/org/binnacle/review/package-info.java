/// SQL review: rules over statements and the schema as it will be, offline.
@NullMarked
package org.binnacle.review;

import org.jspecify.annotations.NullMarked;
