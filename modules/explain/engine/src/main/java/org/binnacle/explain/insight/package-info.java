/// What is worth saying of a plan: one class for each insight, all in {@link
/// org.binnacle.explain.insight.Insights#shipped()}.
@NullMarked
package org.binnacle.explain.insight;

import org.jspecify.annotations.NullMarked;
