package org.binnacle.review.rule.valid;

import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.ddl.KeyPart;

/// How many bytes columns take in keys and rows (MySQL 8.4 manual, 13.7).
final class KeyBytes {
  private KeyBytes() {}

  /// Of one part of a key; an expression counts nothing, as its type is not known.
  static int of(Table table, KeyPart part) {
    return table
        .column(part.column())
        .filter(c -> part.isColumn())
        .map(c -> key(table, c, part))
        .orElse(0);
  }

  private static int key(Table table, ColumnDef c, KeyPart part) {
    ColumnType type = c.type();
    int each = bytes(table, c);
    int length = part.prefix().orElse(type.length().orElse(1));
    return switch (type.name()) {
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> length * each;
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> length;
      default -> 8;
    };
  }

  /// Of a column in the row, as the server counts its limit: TEXT and BLOB by their pointer.
  static long row(Table table, ColumnDef c) {
    ColumnType type = c.type();
    int each = bytes(table, c);
    long length = type.length().orElse(1);
    return switch (type.name()) {
      case "char" -> length * each;
      case "varchar" -> length * each + (length * each > 255 ? 2 : 1);
      case "binary" -> length;
      case "varbinary" -> length + (length > 255 ? 2 : 1);
      case "tinyint", "year" -> 1;
      case "smallint" -> 2;
      case "mediumint", "date", "time" -> 3;
      case "int", "float", "timestamp" -> 4;
      default -> type.isLong() ? 10 : 8;
    };
  }

  /// Where nobody says which character set it is, the least: what is told must be certain.
  private static int bytes(Table table, ColumnDef c) {
    boolean said =
        c.type().charset().isPresent() || c.collation().isPresent() || table.charset().isPresent();
    return c.type().isCharacter() && said ? Charsets.bytes(table.charset(c)) : 1;
  }
}
