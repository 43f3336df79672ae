package org.binnacle.sql;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Writes names and values into SQL text so that servers read exactly them. For connections in
/// UTF-8: in others (GBK, SJIS) a byte of a character may be a backslash.
public final class Quote {
  private Quote() {}

  /// A name in backticks, which both quoting modes understand.
  ///
  /// @throws IllegalArgumentException for an empty name or one with NUL, which servers refuse
  public static String name(String name) {
    if (name.isEmpty() || name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("no name of a database object: empty or with NUL");
    }
    return "`" + name.replace("`", "``") + "`";
  }

  /// Names joined by dots, each in backticks.
  public static String path(String... names) {
    var joined = new StringBuilder();
    for (String name : names) {
      joined.append(joined.isEmpty() ? "" : ".").append(name(name));
    }
    return joined.toString();
  }

  /// The name as it is where that is safe in the dialect, else in backticks: for texts that people
  /// read.
  public static String nameIfNeeded(String name, Dialect dialect) {
    boolean bare =
        !name.isEmpty()
            && !Scan.isDigit(name.charAt(0))
            && name.chars().allMatch(c -> c < 0x80 && c != '$' && Scan.isNameChar((char) c))
            && !name.startsWith("_")
            && !Keywords.of(dialect).isReserved(name);
    return bare ? name : name(name);
  }

  /// A text in single quotes. Where the mode has no escape for control characters they are given as
  /// bytes.
  public static String string(String value, SqlModes modes) {
    if (modes.noBackslashEscapes()) {
      return value.chars().anyMatch(c -> c < ' ' || c == 0x7F)
          ? "_utf8mb4 " + bytes(value.getBytes(StandardCharsets.UTF_8))
          : "'" + value.replace("'", "''") + "'";
    }
    var out = new StringBuilder(value.length() + 8).append('\'');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\0' -> out.append("\\0");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case 0x1A -> out.append("\\Z");
        case '\\' -> out.append("\\\\");
        case '\'' -> out.append("''");
        default -> out.append(c);
      }
    }
    return out.append('\'').toString();
  }

  /// Bytes as `x'...'`, right in every mode.
  public static String bytes(byte[] value) {
    return "x'" + HexFormat.of().withUpperCase().formatHex(value) + "'";
  }

  /// An account name `'user'@'host'`; an empty host is `%`.
  public static String account(String user, String host, SqlModes modes) {
    return string(user, modes) + "@" + string(host.isEmpty() ? "%" : host, modes);
  }

  /// The text that a quoted token stands for: quotes off, doubled quotes and escapes read.
  public static String read(String quoted, SqlModes modes) {
    int first = quoted.startsWith("n") || quoted.startsWith("N") ? 1 : 0;
    if (quoted.length() <= first) {
      return "";
    }
    char quote = quoted.charAt(first);
    boolean backslash =
        quote != '`' && !modes.noBackslashEscapes() && !(quote == '"' && modes.ansiQuotes());
    var out = new StringBuilder(quoted.length());
    for (int i = first + 1; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c == '\\' && backslash && i + 1 < quoted.length()) {
        i++;
        unescape(quoted.charAt(i), out);
      } else if (c != quote) {
        out.append(c);
      } else if (Scan.at(quoted, i + 1) == quote) {
        out.append(c);
        i++;
      } else {
        break;
      }
    }
    return out.toString();
  }

  private static void unescape(char c, StringBuilder out) {
    switch (c) {
      case '0' -> out.append('\0');
      case 'n' -> out.append('\n');
      case 'r' -> out.append('\r');
      case 't' -> out.append('\t');
      case 'b' -> out.append('\b');
      case 'Z' -> out.append('\u001A');
      case '%', '_' -> out.append('\\').append(c);
      default -> out.append(c);
    }
  }
}
