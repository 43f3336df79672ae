package org.binnacle.sql.parse;

import java.util.Optional;
import org.binnacle.sql.ddl.Ddl;

/// What came of reading one statement.
public sealed interface Parsed {

  /// The server would take its syntax.
  ///
  /// @param ddl what it defines or changes, where it is DDL of a kind that {@link Ddl} tells
  /// @param bulk its rows, where it is an INSERT that was too long to be read whole
  record Understood(Optional<Ddl> ddl, Optional<Bulk> bulk) implements Parsed {}

  /// The server would answer with error 1064.
  record Wrong(SyntaxError error) implements Parsed {}

  /// Neither yes nor no.
  ///
  /// @param reason for the user, such as `LIBRARY statements are not in the grammar`
  record NotReviewed(String reason) implements Parsed {}
}
