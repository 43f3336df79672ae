package org.binnacle.review.mouth;

import java.util.List;
import java.util.stream.Collectors;

/// Rows of comma-separated values (RFC 4180) that are safe to open in a spreadsheet.
public final class Csv {
  private Csv() {}

  /// A row without its line end.
  public static String row(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(","));
  }

  /// A cell that begins as a formula does gets an apostrophe, so that no spreadsheet runs it; so
  /// does one in which a formula follows white space, which some of them skip.
  private static String cell(String text) {
    String safe = beginsFormula(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> ",\"\n\r".indexOf(c) >= 0)
        ? "\"" + safe.replace("\"", "\"\"") + "\""
        : safe;
  }

  private static boolean beginsFormula(String text) {
    if (text.isEmpty() || isNumber(text)) {
      return false;
    }
    char first = text.charAt(0);
    if (first == '\t' || first == '\r' || first == '\n') {
      return true;
    }
    String bare = text.stripLeading();
    return !bare.isEmpty() && "=+-@\uFF1D\uFF0B\uFF0D\uFF20|".indexOf(bare.charAt(0)) >= 0;
  }

  private static boolean isNumber(String text) {
    return text.length() < 30 && text.matches("-?\\d+(\\.\\d+)?");
  }
}
