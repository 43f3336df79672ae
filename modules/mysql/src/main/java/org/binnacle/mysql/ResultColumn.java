package org.binnacle.mysql;

/// A column of a result.
///
/// @param label what the statement calls it
/// @param name the column behind it; empty for an expression
/// @param table the table's name or alias; empty for an expression
/// @param schema empty for an expression
/// @param type the server's name of the type: `BIGINT UNSIGNED`, `VARCHAR`, `JSON`
/// @param kind how its values are to be shown
public record ResultColumn(
    String label, String name, String table, String schema, String type, Kind kind) {

  /// How values of a column are to be shown and quoted.
  public enum Kind {
    NUMBER,
    TEXT,
    /// Dates and times.
    TIME,
    JSON,
    /// No text: BINARY, BLOB, BIT, GEOMETRY, VECTOR.
    BINARY
  }
}
