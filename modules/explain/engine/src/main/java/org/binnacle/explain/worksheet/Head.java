package org.binnacle.explain.worksheet;

/// The head of a result's column.
///
/// @param label what the statement calls it
/// @param name the table's column behind it; empty for an expression
/// @param table empty for an expression
/// @param schema empty for an expression
/// @param type the server's name of the type, such as `BIGINT UNSIGNED`
public record Head(String label, String name, String table, String schema, String type, Kind kind) {

  /// How its values are shown, compared and quoted.
  public enum Kind {
    NUMBER,
    TEXT,
    TIME,
    JSON,
    BINARY
  }

  /// A column of ours, such as the instance's name in merged results.
  public static Head own(String label) {
    return new Head(label, "", "", "", "", Kind.TEXT);
  }
}
