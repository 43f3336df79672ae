/// Rules about queries: what they read, how the server finds it, and what they mean.
///
/// - What a column name means, whether a unique key fixes the row, which index begins with a
///   column: {@link org.binnacle.review.rule.query.Scope}. Words of a statement by their place:
///   {@link org.binnacle.review.rule.query.Words}.
/// - What cannot be known is not told as an error. Without the tables a rule about indexes or types
///   is silent or a warning; with them it follows the server: a function is no finding where an
///   index holds the expression, an unindexed column none where a unique key is fixed, a GROUP BY
///   none where the columns hang on the key. Tables that the script itself makes are empty: their
///   INSERTs and UPDATEs harm nobody.
/// - A missing index is told whatever the table's size, since files say nothing of it: a status
///   table of five rows is told too. Where a snapshot counts rows, tables below the parameter
///   `rows` (1,000) are left out. For a join the level is error; for WHERE warning where rows are
///   locked and notice where they are only read.
/// - Fixes are safe only where the server sees the same: OR to IN, COUNT(1) to COUNT(*), a column
///   list that is the table's. UNION to UNION ALL, names for `*`, HAVING to WHERE, dates and
///   numbers in quotes are shown and not applied unseen.
@NullMarked
package org.binnacle.review.rule.query;

import org.jspecify.annotations.NullMarked;
