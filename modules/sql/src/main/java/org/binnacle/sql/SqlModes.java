package org.binnacle.sql;

import java.util.Locale;
import java.util.Set;

/// The parts of `sql_mode` that change where tokens begin and end.
///
/// @param ansiQuotes `"..."` is a name, not a string
/// @param noBackslashEscapes a backslash in a string is an ordinary character
public record SqlModes(boolean ansiQuotes, boolean noBackslashEscapes) {

  /// As servers start: `"..."` is a string and a backslash escapes.
  public static final SqlModes DEFAULT = new SqlModes(false, false);

  /// Reads the value of the variable `sql_mode`, combination modes such as ANSI included.
  public static SqlModes of(String sqlMode) {
    var modes = Set.of(sqlMode.strip().toUpperCase(Locale.ROOT).split("\\s*,\\s*"));
    boolean ansi =
        modes.contains("ANSI_QUOTES")
            || modes.contains("ANSI")
            || modes.contains("DB2")
            || modes.contains("MAXDB")
            || modes.contains("MSSQL")
            || modes.contains("ORACLE")
            || modes.contains("POSTGRESQL");
    return new SqlModes(ansi, modes.contains("NO_BACKSLASH_ESCAPES"));
  }
}
