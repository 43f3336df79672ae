package org.binnacle.explain.worksheet;

import java.util.HexFormat;
import java.util.regex.Pattern;
import org.binnacle.sql.Quote;
import org.binnacle.sql.SqlModes;

/// Values of results as SQL. Right for sessions in UTF-8 without NO_BACKSLASH_ESCAPES; with it a
/// backslash comes doubled, and still no value ends its own quotes.
public final class Literals {
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+([eE][+-]?[0-9]+)?");

  private Literals() {}

  /// NULL for what is missing too.
  public static String of(Head column, Cell cell) {
    return switch (cell) {
      case Cell.Null ignored -> "NULL";
      case Cell.Missing ignored -> "NULL";
      case Cell.Text(String value) ->
          column.kind() == Head.Kind.NUMBER && NUMBER.matcher(value).matches()
              ? value
              : Quote.string(value, SqlModes.DEFAULT);
      case Cell.Binary(byte[] value) ->
          value.length == 0 ? "''" : "0x" + HexFormat.of().withUpperCase().formatHex(value);
    };
  }
}
