/// Rules about writes: INSERT, REPLACE, UPDATE, DELETE and what locks for them.
@NullMarked
package org.binnacle.review.rule.dml;

import org.jspecify.annotations.NullMarked;
