/// What a DDL statement says, as values that hold where they stand in its text.
@NullMarked
package org.binnacle.sql.ddl;

import org.jspecify.annotations.NullMarked;
