/// EXPLAIN as one tree: what a plan is ({@link org.binnacle.explain.Plan}), whichever server
/// printed it in whichever format. Readers, insights, comparing and mouths have packages of their
/// own; {@link org.binnacle.explain.read.PlanReading} is the way in.
@NullMarked
package org.binnacle.explain;

import org.jspecify.annotations.NullMarked;
