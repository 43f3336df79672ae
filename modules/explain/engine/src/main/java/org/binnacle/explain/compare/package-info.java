/// Comparing two plans of one statement: before and after an index, replica and source, today and
/// last week.
@NullMarked
package org.binnacle.explain.compare;

import org.jspecify.annotations.NullMarked;
