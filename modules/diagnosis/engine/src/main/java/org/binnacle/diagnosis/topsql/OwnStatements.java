package org.binnacle.diagnosis.topsql;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.binnacle.mysql.Asked;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Fingerprint;
import org.binnacle.sql.SqlModes;

/// Binnacle's own statements by their digest texts, for servers that keep no sample: a digest text
/// has no comments, so the mark in it is lost.
///
/// Texts are compared by their words only: versions differ in how they write values and lists.
final class OwnStatements {
  private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9$]*");

  /// A text that was cut must tell at least so much to be known by its beginning, characters.
  private static final int LEAST_CUT = 200;

  private final Map<String, String> sqlOf = new HashMap<>();

  /// @param asked what was sent to the server so far
  OwnStatements(List<Asked> asked, boolean mariaDb) {
    Dialect dialect = mariaDb ? Dialect.MARIADB : Dialect.MYSQL;
    add(Asked.ROUND, dialect);
    asked.forEach(one -> add(one.sql(), dialect));
  }

  private void add(String sql, Dialect dialect) {
    sqlOf.put(words(Fingerprint.of(sql, SqlModes.DEFAULT, dialect).text()), sql);
  }

  /// What we sent, if the server's text is that of a statement of ours.
  Optional<String> sql(StatementText text) {
    String words = words(text.text());
    if (!text.cut()) {
      return Optional.ofNullable(sqlOf.get(words));
    }
    return words.length() < LEAST_CUT
        ? Optional.empty()
        : sqlOf.entrySet().stream()
            .filter(each -> each.getKey().startsWith(words))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static String words(String text) {
    var words = new StringBuilder();
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      words.append(word.group().toUpperCase(Locale.ROOT)).append(' ');
    }
    return words.toString();
  }
}
