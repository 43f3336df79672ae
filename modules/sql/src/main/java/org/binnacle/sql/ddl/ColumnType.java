package org.binnacle.sql.ddl;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.sql.Span;

/// The type of a column.
///
/// @param name in lower case, by the name that `SHOW CREATE TABLE` prints (`int` for `INTEGER`)
/// @param length in brackets: characters, bytes, digits or the fraction of seconds
/// @param scale the second number in brackets
/// @param values of ENUM and SET, quotes read
/// @param charset written in the type
public record ColumnType(
    String name,
    Optional<Integer> length,
    Optional<Integer> scale,
    boolean unsigned,
    boolean zerofill,
    List<String> values,
    Optional<String> charset,
    Span span) {
  private static final Set<String> INTEGERS =
      Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
  private static final Set<String> TEXTS = Set.of("tinytext", "text", "mediumtext", "longtext");
  private static final Set<String> BLOBS = Set.of("tinyblob", "blob", "mediumblob", "longblob");
  private static final Set<String> SPATIAL =
      Set.of(
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection");

  public ColumnType {
    values = List.copyOf(values);
  }

  public boolean is(String... names) {
    return Set.of(names).contains(name);
  }

  public boolean isInteger() {
    return INTEGERS.contains(name);
  }

  /// TEXT of any size.
  public boolean isText() {
    return TEXTS.contains(name);
  }

  /// BLOB of any size.
  public boolean isBlob() {
    return BLOBS.contains(name);
  }

  public boolean isSpatial() {
    return SPATIAL.contains(name);
  }

  /// Kept off the row, with no literal default and no key without a prefix.
  public boolean isLong() {
    return isText() || isBlob() || isSpatial() || name.equals("json") || name.equals("vector");
  }

  /// Has a character set.
  public boolean isCharacter() {
    return isText() || is("char", "varchar", "enum", "set");
  }

  public boolean isTemporal() {
    return is("date", "time", "datetime", "timestamp", "year");
  }

  /// `varchar(20)`, `int unsigned`, as `SHOW CREATE TABLE` prints it, without its values.
  public String shown() {
    var out = new StringBuilder(name);
    if (length.isPresent()) {
      out.append('(').append(length.get());
      scale.ifPresent(s -> out.append(',').append(s));
      out.append(')');
    }
    if (unsigned) {
      out.append(" unsigned");
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }
}
