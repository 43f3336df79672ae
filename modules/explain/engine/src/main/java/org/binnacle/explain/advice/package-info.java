/// Indexes that a statement could use: candidates from its conditions, checked against the indexes
/// that there are.
@NullMarked
package org.binnacle.explain.advice;

import org.jspecify.annotations.NullMarked;
