package org.binnacle.review.rule.valid;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.binnacle.sql.Quote;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.parse.Target;

/// Whether a literal default fits its column.
final class DefaultFit {
  private static final Pattern OTHER = Pattern.compile("(?i)true|false|0x.*|[xb]'.*|0b.*");

  private DefaultFit() {}

  /// Why it does not; nothing where it does or where nobody can tell.
  static Optional<String> reason(ColumnDef column, String text, Target target) {
    ColumnType type = column.type();
    if (text.equalsIgnoreCase("NULL")) {
      return column.nullable().filter(n -> !n).map(n -> "it is NULL, the column NOT NULL");
    }
    if (text.startsWith("(")) {
      return Optional.empty();
    }
    if (Precision.isNow(text)) {
      boolean typed = type.is("datetime", "timestamp");
      return typed && Precision.of(text) == type.length().orElse(0)
          ? Optional.empty()
          : Optional.of(
              typed ? "its precision is not the column's" : type.name() + " is no DATETIME");
    }
    boolean quoted = text.startsWith("'") || text.startsWith("\"");
    String value = quoted ? Quote.read(text, target.modes()) : text;
    if (type.isInteger() || type.is("decimal", "float", "double")) {
      return number(type, value, quoted);
    }
    if (type.is("char", "varchar") && quoted) {
      int max = type.length().orElse(1);
      return value.codePointCount(0, value.length()) > max && !value.isBlank()
          ? Optional.of("it is longer than " + max)
          : Optional.empty();
    }
    if (type.is("enum") && quoted) {
      return type.values().stream().noneMatch(v -> v.equalsIgnoreCase(value.stripTrailing()))
          ? Optional.of("it is none of the values")
          : Optional.empty();
    }
    if (type.is("date", "datetime", "timestamp") && quoted) {
      return value.matches(".*\\d.*") ? Optional.empty() : Optional.of("it is no date");
    }
    return Optional.empty();
  }

  private static Optional<String> number(ColumnType type, String value, boolean quoted) {
    if (OTHER.matcher(value).matches()) {
      return Optional.empty();
    }
    BigDecimal number;
    try {
      number = new BigDecimal(value.strip());
    } catch (NumberFormatException e) {
      return quoted ? Optional.of("it is no number") : Optional.empty();
    }
    int bits =
        switch (type.name()) {
          case "tinyint" -> 8;
          case "smallint" -> 16;
          case "mediumint" -> 24;
          case "int" -> 32;
          case "bigint" -> 64;
          default -> 0;
        };
    if (bits == 0) {
      return Optional.empty();
    }
    BigDecimal top = BigDecimal.TWO.pow(type.unsigned() ? bits : bits - 1);
    BigDecimal bottom = type.unsigned() ? BigDecimal.ZERO : top.negate();
    boolean fits = number.compareTo(top) < 0 && number.compareTo(bottom) >= 0;
    return fits ? Optional.empty() : Optional.of("it is out of the range of " + type.shown());
  }
}
