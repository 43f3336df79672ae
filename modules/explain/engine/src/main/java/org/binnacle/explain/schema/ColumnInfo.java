package org.binnacle.explain.schema;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A column of a table.
///
/// @param type as in its definition: `varchar(40)`, `bigint(20) unsigned`
/// @param defaultValue in the server's own spelling; empty for none
/// @param extra `auto_increment`, `STORED GENERATED` and the like; may be empty
/// @param collation empty where it is no text
public record ColumnInfo(
    String name,
    String type,
    boolean nullable,
    Optional<String> defaultValue,
    String extra,
    String collation,
    String comment) {
  private static final Set<String> TEXTS =
      Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");

  /// Whether its values are text.
  public boolean text() {
    String word = type.toLowerCase(Locale.ROOT);
    int end = 0;
    while (end < word.length() && Character.isLetter(word.charAt(end))) {
      end++;
    }
    return TEXTS.contains(word.substring(0, end));
  }
}
