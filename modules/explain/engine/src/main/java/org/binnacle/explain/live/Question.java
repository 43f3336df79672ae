package org.binnacle.explain.live;

import java.util.Optional;

/// A statement whose plan is wanted.
///
/// @param sql one statement, whole; a delimiter behind it is left out
/// @param database the default database; empty for none
public record Question(String sql, Optional<String> database, Form form) {

  public static Question of(String sql, Optional<String> database) {
    return new Question(sql, database, Form.BEST);
  }
}
