package org.binnacle.sql;

/// What ends statements: `;` until a DELIMITER line of the client says otherwise.
///
/// @param text never empty
record Delimiter(String text) {
  static final Delimiter SEMICOLON = new Delimiter(";");

  /// The first word of what stands behind DELIMITER.
  static Delimiter firstOf(String line) {
    int end = 0;
    while (end < line.length() && !Scan.isSpace(line.charAt(end))) {
      end++;
    }
    return new Delimiter(line.substring(0, end));
  }

  /// Whether it is a word such as `GO`, which words that begin with it are not.
  private boolean wordy() {
    return Character.isLetterOrDigit(text.charAt(0));
  }

  boolean standsAt(String sql, int at) {
    return sql.startsWith(text, at)
        && !(wordy() && Scan.isNameChar(Scan.at(sql, at + text.length())));
  }

  /// A sign such as `$$` ends a bare name, as it does in the client.
  boolean endsName(String sql, int at) {
    return sql.charAt(at) == text.charAt(0) && !wordy() && sql.startsWith(text, at);
  }
}
