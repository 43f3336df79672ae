package org.binnacle.review;

import java.util.List;
import org.binnacle.review.schema.Schema;
import org.binnacle.sql.parse.Target;

/// A whole script as rules see it after its last statement.
///
/// @param schema as the script leaves it
public record ScriptSubject(String text, List<Subject> statements, Target target, Schema schema) {

  public ScriptSubject {
    statements = List.copyOf(statements);
  }
}
