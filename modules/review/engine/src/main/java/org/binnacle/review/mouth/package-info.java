/// Reports in the forms that people, editors and CI read.
@NullMarked
package org.binnacle.review.mouth;

import org.jspecify.annotations.NullMarked;
