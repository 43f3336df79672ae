package org.binnacle.diagnosis.session;

import java.util.List;

/// What is fetched of one thread only when somebody looks at it.
///
/// @param sql the whole statement where it could be had, else what the row held
/// @param whole whether `sql` is the whole statement
/// @param same whether the thread still runs what the row showed; where not, `sql` is the row's
/// @param attributes connection attributes, in the server's order
public record SessionDetail(
    ProcessRow row, String sql, boolean whole, boolean same, List<Attribute> attributes) {

  public SessionDetail {
    attributes = List.copyOf(attributes);
  }

  /// A connection attribute, such as `program_name`.
  public record Attribute(String name, String value) {}
}
