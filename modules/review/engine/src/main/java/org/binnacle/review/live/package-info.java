/// What a server tells a review: plans, sizes, statistics, running transactions. Values and one
/// port; how a server is spoken to is no matter of this engine.
@NullMarked
package org.binnacle.review.live;

import org.jspecify.annotations.NullMarked;
