package org.binnacle.review;

/// The statements that a rule looks at; it is not asked about others.
public enum Concern {
  /// Any statement.
  ALL,
  /// SELECT, and what writes rows: where `Subject.query` may be something.
  QUERIES,
  /// CREATE TABLE, ALTER TABLE, CREATE and DROP INDEX.
  TABLES;

  /// Whether a statement is one of them.
  boolean covers(Subject s) {
    return switch (this) {
      case ALL -> true;
      case QUERIES ->
          switch (s.statement().kind()) {
            case SELECT, DML -> true;
            default -> false;
          };
      case TABLES -> s.creates().isPresent() || s.alters().isPresent();
    };
  }
}
