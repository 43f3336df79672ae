package org.binnacle.explain.advice;

import org.binnacle.sql.Quote;

/// The index that a trial makes for a candidate.
///
/// @param name tells that it is ours, should it ever stay
/// @param schema of the table that it is made on
record TrialIndex(String name, String schema, Candidate candidate, boolean invisible) {

  /// Without a lock on the table where it is one that others use: where InnoDB cannot do that the
  /// server refuses.
  String create() {
    return "CREATE INDEX "
        + Quote.name(name)
        + " ON "
        + Quote.path(schema, candidate.table())
        + " ("
        + String.join(", ", candidate.columns().stream().map(Quote::name).toList())
        + ")"
        + (invisible ? " INVISIBLE ALGORITHM=INPLACE LOCK=NONE" : "");
  }

  String drop() {
    return "DROP INDEX " + Quote.name(name) + " ON " + Quote.path(schema, candidate.table());
  }
}
