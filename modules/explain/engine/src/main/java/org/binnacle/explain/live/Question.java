package org.binnacle.explain.live;

import java.util.Optional;

/// A statement whose plan is wanted.
///
/// @param sql one statement, whole; a delimiter behind it is left out
/// @param database the default database; empty for none
/// @param invisible whether the optimizer may use INVISIBLE indexes for it (MySQL since 8.0)
public record Question(String sql, Optional<String> database, Form form, boolean invisible) {

  public Question(String sql, Optional<String> database, Form form) {
    this(sql, database, form, false);
  }

  public static Question of(String sql, Optional<String> database) {
    return new Question(sql, database, Form.BEST);
  }

  public Question withInvisible() {
    return new Question(sql, database, form, true);
  }
}
