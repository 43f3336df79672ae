/// What a query or a write says: tables, joins, conditions, clauses, with their places in the text.
@NullMarked
package org.binnacle.sql.query;

import org.jspecify.annotations.NullMarked;
