/// What an ALTER TABLE will cost: algorithm, lock, rebuild.
@NullMarked
package org.binnacle.review.ddl;

import org.jspecify.annotations.NullMarked;
