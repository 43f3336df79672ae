package org.binnacle.review.rule;

import java.util.Locale;

/// What rules know of character sets.
public final class Charsets {
  private Charsets() {}

  /// The most bytes of one character (MySQL 8.4 manual, 12.10).
  public static int bytes(String charset) {
    return switch (charset.toLowerCase(Locale.ROOT)) {
      case "utf8mb4", "utf16", "utf16le", "utf32", "gb18030" -> 4;
      case "utf8mb3", "utf8", "ujis", "eucjpms" -> 3;
      case "ucs2", "gbk", "gb2312", "big5", "sjis", "cp932", "euckr" -> 2;
      default -> 1;
    };
  }

  /// `utf8mb3` by the name that 8.0 gives it.
  public static String same(String charset) {
    return charset.equals("utf8") ? "utf8mb3" : charset;
  }
}
