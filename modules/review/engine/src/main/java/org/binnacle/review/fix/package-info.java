/// What can be done about a finding or with a statement, each tried by the grammar before it is
/// offered.
@NullMarked
package org.binnacle.review.fix;

import org.jspecify.annotations.NullMarked;
