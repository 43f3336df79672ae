/// Readers of plans: text of any format to a {@link org.binnacle.explain.Plan}. Readers are total:
/// what they do not know becomes a node of kind Other with its text, never an exception.
@NullMarked
package org.binnacle.explain.read;

import org.jspecify.annotations.NullMarked;
