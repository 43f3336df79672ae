package org.binnacle.review.rule.dml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.query.Operand;

/// Whether a literal fits a column, as a strict server sees it.
final class Fits {
  private static final Map<String, Integer> BITS =
      Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[ T].*)?");

  private Fits() {}

  /// Why it does not; nothing where it does, or where that is not known.
  static Optional<String> why(ColumnDef column, Operand value) {
    ColumnType type = column.type();
    if (value.kind() != Operand.Kind.STRING && value.kind() != Operand.Kind.NUMBER) {
      return Optional.empty();
    }
    String text = value.text();
    boolean string = value.kind() == Operand.Kind.STRING;
    if (!string && (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))) {
      return Optional.empty();
    }
    if (type.is("char", "varchar")) {
      return characters(type, text);
    }
    if (type.isInteger()) {
      return number(text).map(n -> integer(type, n)).orElse(notNumber(text, string));
    }
    if (type.is("decimal")) {
      return number(text).map(n -> decimal(type, n)).orElse(notNumber(text, string));
    }
    if (type.is("float", "double")) {
      return number(text).isPresent() ? Optional.empty() : notNumber(text, string);
    }
    if (type.is("date", "datetime", "timestamp") && string) {
      return day(text);
    }
    if (type.is("enum") && string) {
      boolean there =
          type.values().stream().anyMatch(v -> Truth.mayBeEqual(v, text))
              || text.chars().allMatch(Character::isDigit);
      return there ? Optional.empty() : Optional.of("it is none of its values");
    }
    return Optional.empty();
  }

  private static Optional<String> characters(ColumnType type, String text) {
    int most = type.length().orElse(1);
    // A backslash may begin an escape: the text is then shorter than it looks.
    if (text.indexOf('\\') >= 0 || text.indexOf("''") >= 0 || text.indexOf("\"\"") >= 0) {
      return Optional.empty();
    }
    String kept = text.stripTrailing();
    int length = kept.codePointCount(0, kept.length());
    return length > most
        ? Optional.of("it has %,d characters".formatted(length))
        : Optional.empty();
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      String plain = text.strip();
      return plain.length() > 100
          ? Optional.empty()
          : Optional.of(new BigDecimal(plain)).filter(n -> Math.abs(n.scale()) < 400);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> notNumber(String text, boolean string) {
    return string && !text.isBlank() && text.length() <= 100
        ? Optional.of("it is no number")
        : string && text.isEmpty() ? Optional.of("an empty text is no number") : Optional.empty();
  }

  private static Optional<String> integer(ColumnType type, BigDecimal n) {
    int bits = BITS.getOrDefault(type.name(), 64);
    BigInteger whole = n.setScale(0, RoundingMode.HALF_UP).toBigInteger();
    BigInteger least =
        type.unsigned() ? BigInteger.ZERO : BigInteger.ONE.shiftLeft(bits - 1).negate();
    BigInteger most =
        BigInteger.ONE.shiftLeft(type.unsigned() ? bits : bits - 1).subtract(BigInteger.ONE);
    return whole.compareTo(least) < 0 || whole.compareTo(most) > 0
        ? Optional.of("it goes from %s to %s".formatted(least, most))
        : Optional.empty();
  }

  private static Optional<String> decimal(ColumnType type, BigDecimal n) {
    int digits = type.length().orElse(10);
    int scale = type.scale().orElse(0);
    BigDecimal rounded = n.setScale(scale, RoundingMode.HALF_UP).abs();
    BigDecimal most = BigDecimal.TEN.pow(digits - scale);
    return rounded.compareTo(most) >= 0
        ? Optional.of("it has %d digits before the point".formatted(digits - scale))
        : type.unsigned() && n.signum() < 0 ? Optional.of("it is unsigned") : Optional.empty();
  }

  private static Optional<String> day(String text) {
    Matcher m = DAY.matcher(text.strip());
    if (!m.matches()) {
      return text.chars().noneMatch(Character::isDigit)
          ? Optional.of("it is no date")
          : Optional.empty();
    }
    int year = Integer.parseInt(m.group(1));
    int month = Integer.parseInt(m.group(2));
    int day = Integer.parseInt(m.group(3));
    // Zero dates are the matter of sql_mode.
    if (month == 0 || day == 0) {
      return Optional.empty();
    }
    try {
      LocalDate.of(Math.max(year, 1), month, day);
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.of("there is no such day");
    }
  }
}
