package org.binnacle.explain.advice;

import java.util.List;
import java.util.OptionalLong;
import org.binnacle.sql.Quote;

/// An index that a statement could use.
///
/// @param schema empty where it is not known
/// @param columns in the order of the index
/// @param why each column's part: `customer: =`, `ordered: range`, `total: covers`
/// @param covering whether the statement would need no row of the table
/// @param replaces present indexes that it would make redundant: their columns are its first ones
/// @param bytes its size, estimated from the table's statistics; empty where there are none
/// @param writes what it costs, in words
public record Candidate(
    String schema,
    String table,
    List<String> columns,
    List<String> why,
    boolean covering,
    List<String> replaces,
    OptionalLong bytes,
    String writes) {

  public Candidate {
    columns = List.copyOf(columns);
    why = List.copyOf(why);
    replaces = List.copyOf(replaces);
  }

  /// A name of at most 64 characters, made of the columns.
  public String name() {
    String name = "by_" + String.join("_", columns).replaceAll("[^A-Za-z0-9_]", "");
    return name.length() <= 64 ? name : name.substring(0, 64);
  }

  public String ddl() {
    String on = schema.isEmpty() ? Quote.name(table) : Quote.path(schema, table);
    return "CREATE INDEX "
        + Quote.name(name())
        + " ON "
        + on
        + " ("
        + String.join(", ", columns.stream().map(Quote::name).toList())
        + ")";
  }
}
