package org.binnacle.explain.advice;

/// How a candidate is tried.
public sealed interface TrialMethod {

  /// On copies of the tables in a scratch schema.
  ///
  /// @param rows of each table that are copied at most; 0 copies the definition only
  record Sample(long rows) implements TrialMethod {}

  /// On the table itself, as an INVISIBLE index that only the trial's sessions use. MySQL since
  /// 8.0; MariaDB's IGNORED indexes can be used by no session.
  record Invisible() implements TrialMethod {}
}
