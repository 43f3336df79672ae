package org.binnacle.diagnosis.event;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells DDL by a statement's first words. Statements about accounts are not told, since they may
/// hold passwords.
final class Ddl {
  private static final Pattern FIRST_WORDS =
      Pattern.compile(
          "^\\s*(?:/\\*.{0,80}?\\*/\\s*)?((?:ALTER|CREATE|DROP|TRUNCATE|RENAME|OPTIMIZE)\\s+"
              + "(?:(?:OR\\s+REPLACE|ONLINE|IGNORE|UNIQUE|FULLTEXT|SPATIAL|TEMPORARY"
              + "|LOCAL|NO_WRITE_TO_BINLOG)\\s+)*"
              + "(?:TABLE|INDEX|DATABASE|SCHEMA|VIEW)\\b[^('\"]*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final int LONGEST = 80;

  private Ddl() {}

  /// Up to the first bracket or literal; empty where it is no DDL.
  static Optional<String> of(String sql) {
    Matcher found = FIRST_WORDS.matcher(sql);
    return found.find()
        ? Optional.of(found.group(1).strip())
            .map(words -> words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…")
        : Optional.empty();
  }
}
