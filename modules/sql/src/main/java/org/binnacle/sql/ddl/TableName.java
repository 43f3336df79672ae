package org.binnacle.sql.ddl;

import java.util.Optional;
import org.binnacle.sql.Span;

/// A table as a statement names it.
///
/// @param schema where it is qualified
public record TableName(Optional<String> schema, String name, Span span) {

  /// `db.t`, or `t`.
  public String shown() {
    return schema.map(s -> s + "." + name).orElse(name);
  }
}
