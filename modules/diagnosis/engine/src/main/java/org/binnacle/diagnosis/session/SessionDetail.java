package org.binnacle.diagnosis.session;

import java.util.List;
import org.binnacle.sql.Layout;
import org.binnacle.sql.SqlModes;

/// What is fetched of one thread only when somebody looks at it.
///
/// @param sql the whole statement where it could be had, else what the row held
/// @param whole whether `sql` is the whole statement
/// @param same whether the thread still runs what the row showed; where not, `sql` is the row's
/// @param formatted `sql` laid out for reading
/// @param attributes connection attributes, in the server's order
public record SessionDetail(
    ProcessRow row,
    String sql,
    String formatted,
    boolean whole,
    boolean same,
    List<Attribute> attributes) {

  public SessionDetail {
    attributes = List.copyOf(attributes);
  }

  /// What the row itself tells, until more is fetched.
  public static SessionDetail of(ProcessRow row) {
    return of(row, row.sql(), !row.cut(), true, List.of());
  }

  static SessionDetail of(
      ProcessRow row, String sql, boolean whole, boolean same, List<Attribute> attributes) {
    String formatted = Layout.DEFAULT.of(sql, SqlModes.DEFAULT);
    return new SessionDetail(row, sql, formatted, whole, same, attributes);
  }

  /// A connection attribute, such as `program_name`.
  public record Attribute(String name, String value) {}
}
