package org.binnacle.mysql;

import java.util.List;

/// How a server is asked for plans. Every question spells its format: what plain EXPLAIN prints
/// depends on the version and on variables.
public interface PlanWords {

  /// A format that a server prints plans in.
  enum Format {
    TABULAR,
    /// JSON of the family's oldest shape: version 1 of MySQL, MariaDB's own.
    JSON,
    /// Version 2 of MySQL's JSON, one object for each iterator.
    JSON_2,
    TREE
  }

  /// The formats of EXPLAIN, the one that tells most first.
  List<Format> estimated();

  /// The formats of a plan that is run and measured, the one that tells most first; empty where the
  /// server measures none.
  List<Format> measured();

  /// What the session has to be told before, so that the format is the one that was asked for.
  List<String> before(Format format);

  String explain(Format format, String statement);

  /// A cheap EXPLAIN whose warnings tell the rewritten statement (note 1003) and why indexes cannot
  /// be used (note 1739); other formats leave them out in some versions.
  String warned(String statement);

  /// Runs the statement.
  String analyze(Format format, String statement);

  /// The plan of what another thread runs.
  String running(Format format, long connectionId);

  /// Whether asking for the plan of a thread that waits for a lock makes the asker wait too.
  boolean waitsWithTheThread();
}
