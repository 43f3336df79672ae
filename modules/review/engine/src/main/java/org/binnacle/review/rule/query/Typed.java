package org.binnacle.review.rule.query;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Level;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.jspecify.annotations.Nullable;

/// What a side of a comparison is of, and what the server makes of two that differ (MySQL 8.4
/// manual, 14.3).
///
/// @param column where the side is a column of a known table
record Typed(Sort sort, Operand operand, Scope.@Nullable Found column) {

  enum Sort {
    NUMBER,
    TEXT,
    TIME,
    /// Parameters, JSON, bytes and what is not known: nothing is said of it.
    OTHER
  }

  /// @param quote whether quotes around the number put it right
  record Trouble(Level level, String message, boolean quote) {}

  private static final Set<String> NUMBERS =
      Set.of(
          "abs",
          "ascii",
          "bit_count",
          "ceil",
          "ceiling",
          "char_length",
          "connection_id",
          "count",
          "crc32",
          "datediff",
          "day",
          "dayofmonth",
          "dayofweek",
          "dayofyear",
          "field",
          "find_in_set",
          "floor",
          "hour",
          "inet_aton",
          "instr",
          "last_insert_id",
          "length",
          "locate",
          "minute",
          "mod",
          "month",
          "octet_length",
          "pow",
          "power",
          "quarter",
          "rand",
          "round",
          "row_count",
          "second",
          "sign",
          "sqrt",
          "sum",
          "avg",
          "time_to_sec",
          "timestampdiff",
          "to_days",
          "truncate",
          "unix_timestamp",
          "week",
          "weekday",
          "year",
          "yearweek");
  private static final Set<String> TEXTS =
      Set.of(
          "concat",
          "concat_ws",
          "date_format",
          "format",
          "group_concat",
          "hex",
          "insert",
          "lcase",
          "left",
          "lower",
          "lpad",
          "ltrim",
          "md5",
          "monthname",
          "quote",
          "repeat",
          "replace",
          "reverse",
          "right",
          "rpad",
          "rtrim",
          "sha1",
          "sha2",
          "substr",
          "substring",
          "substring_index",
          "trim",
          "ucase",
          "upper",
          "user",
          "uuid");
  private static final Set<String> TIMES =
      Set.of(
          "curdate",
          "current_date",
          "current_timestamp",
          "from_unixtime",
          "localtime",
          "localtimestamp",
          "now",
          "sysdate",
          "utc_date",
          "utc_timestamp");
  private static final Set<String> CHOICES = Set.of("coalesce", "ifnull", "greatest", "least");

  static Typed of(Scope scope, Block block, Operand o) {
    Scope.Found found = scope.column(block, o).orElse(null);
    Sort sort =
        switch (o.kind()) {
          case COLUMN -> found == null ? Sort.OTHER : of(found.column().type());
          case NUMBER -> Sort.NUMBER;
          case STRING -> Sort.TEXT;
          case FUNCTION -> call(scope, block, o);
          case EXPRESSION -> computed(scope, block, o);
          default -> Sort.OTHER;
        };
    return new Typed(sort, o, found);
  }

  private static Sort of(ColumnType type) {
    return type.isInteger() || type.is("decimal", "float", "double")
        ? Sort.NUMBER
        : type.isText() || type.is("char", "varchar")
            ? Sort.TEXT
            : type.is("date", "datetime", "timestamp") ? Sort.TIME : Sort.OTHER;
  }

  private static Sort call(Scope scope, Block block, Operand o) {
    if (CHOICES.contains(o.text())) {
      return o.parts().isEmpty() ? Sort.OTHER : of(scope, block, o.parts().getFirst()).sort();
    }
    return NUMBERS.contains(o.text())
        ? Sort.NUMBER
        : TEXTS.contains(o.text()) ? Sort.TEXT : TIMES.contains(o.text()) ? Sort.TIME : Sort.OTHER;
  }

  private static Sort computed(Scope scope, Block block, Operand o) {
    return switch (o.form()) {
      case "+", "-", "*", "/", "%", "DIV" ->
          o.parts().stream().allMatch(p -> of(scope, block, p).sort() == Sort.NUMBER)
              ? Sort.NUMBER
              : Sort.OTHER;
      default -> Sort.OTHER;
    };
  }

  /// @param like whether LIKE compares them: it makes text of both
  static Optional<Trouble> compared(Subject s, Typed one, Typed two, boolean like) {
    if (like) {
      return one.column() != null && one.sort() == Sort.NUMBER && two.sort() == Sort.TEXT
          ? trouble(Level.WARNING, "LIKE makes text of " + one.said() + " in every row.", false)
          : Optional.empty();
    }
    return of(s, one, two).or(() -> of(s, two, one));
  }

  private static Optional<Trouble> of(Subject s, Typed one, Typed two) {
    if (one.sort() == Sort.TEXT && one.column() != null && two.sort() == Sort.NUMBER) {
      String with = two.column() != null ? two.said() : Said.quoted(two.operand().span(), s);
      return trouble(
          Level.ERROR,
          one.said()
              + " is compared with the number "
              + with
              + ": each row is converted, no index on it is used, and '5x' equals 5.",
          two.operand().kind() == Operand.Kind.NUMBER);
    }
    if (one.sort() == Sort.NUMBER
        && one.column() != null
        && two.operand().kind() == Operand.Kind.STRING
        && !isNumber(two.operand().text())) {
      return trouble(
          Level.ERROR,
          one.said() + " is compared with '" + two.operand().text() + "', which is 0 as a number.",
          false);
    }
    if (one.sort() == Sort.TEXT && one.column() != null && two.sort() == Sort.TIME) {
      return trouble(
          Level.WARNING,
          one.said() + " holds text and is compared with a time: each row is converted.",
          false);
    }
    return Optional.empty();
  }

  private static Optional<Trouble> trouble(Level level, String message, boolean quote) {
    return Optional.of(new Trouble(level, message, quote));
  }

  private static boolean isNumber(String text) {
    return text.strip().matches("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");
  }

  /// Calls whose arguments are compared with each other: a text column with a number among them.
  static Optional<String> mixed(Scope scope, Block block, Block.Call call) {
    if (!Set.of("coalesce", "ifnull", "greatest", "least", "field", "nullif")
        .contains(call.name())) {
      return Optional.empty();
    }
    Typed text = null;
    Operand number = null;
    for (Operand arg : call.args()) {
      Typed t = of(scope, block, arg);
      if (t.sort() == Sort.TEXT && t.column() != null && text == null) {
        text = t;
      } else if (arg.kind() == Operand.Kind.NUMBER) {
        number = arg;
      }
    }
    return text == null || number == null
        ? Optional.empty()
        : Optional.of(
            "%s mixes %s with the number %s: what comes out is text or number as the rows go."
                .formatted(call.name().toUpperCase(Locale.ROOT), text.said(), number.text()));
  }

  /// `orders.code (varchar(20))`
  String said() {
    return column == null
        ? operand.text()
        : column.shown() + " (" + column.column().type().shown() + ")";
  }
}
