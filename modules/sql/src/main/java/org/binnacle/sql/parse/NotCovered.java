package org.binnacle.sql.parse;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.sql.Dialect;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// What servers take and the grammar does not know. Asked only about statements that the grammar
/// has refused, so that such a refusal is never called a syntax error.
final class NotCovered {
  private static final Set<String> NAMELESS =
      Set.of("CHARACTER", "CHARSET", "CHAR", "COLLATE", "DEFAULT", "READ", "ENCRYPTION");

  private NotCovered() {}

  static Optional<String> reason(String text, Target target) {
    if (target.dialect() == Dialect.MARIADB) {
      return Optional.of("MariaDB's own syntax is not in the grammar");
    }
    List<Token> tokens = Lexer.spoken(text, target.modes());
    String words =
        " "
            + tokens.stream()
                .limit(200)
                .map(t -> t.type() == TokenType.WORD ? t.in(text).toUpperCase(Locale.ROOT) : "?")
                .collect(Collectors.joining(" "))
            + " ";
    return statement(words)
        .or(() -> clause(words, tokens, text))
        .or(() -> target.isAtLeast(90_000) ? nine(words) : Optional.empty())
        .or(() -> target.version() < 80_000 ? five(words) : Optional.empty());
  }

  private static Optional<String> statement(String words) {
    if (words.contains(" DUALITY VIEW ")) {
      return of("JSON duality views");
    }
    if (words.matches(" (CREATE|ALTER|DROP|SHOW CREATE) (IF NOT EXISTS )?LIBRARY .*")
        || words.startsWith(" SHOW LIBRARY ")) {
      return of("LIBRARY statements");
    }
    if (words.matches(" ALTER TABLE .* DISCARD PARTITION .*")) {
      return of("DISCARD PARTITION clauses");
    }
    if (words.matches(" ALTER TABLE .* REORGANIZE PARTITION (LOCAL |NO_WRITE_TO_BINLOG )?")) {
      return of("REORGANIZE PARTITION clauses without names");
    }
    if (words.contains(" MASKING POLICY ")) {
      return of("masking policies");
    }
    if (words.matches(" SHOW (PROCEDURE|FUNCTION) (STATUS|CODE) .*")) {
      return of("SHOW PROCEDURE STATUS and their like");
    }
    if (words.contains(" SPATIAL REFERENCE SYSTEM ")) {
      return of("spatial reference systems");
    }
    if (words.startsWith(" ALTER INSTANCE ")) {
      return of("ALTER INSTANCE statements");
    }
    return Optional.empty();
  }

  private static Optional<String> clause(String words, List<Token> tokens, String text) {
    if (words.matches(" ALTER (DATABASE|SCHEMA) .*")
        && tokens.size() > 2
        && NAMELESS.contains(tokens.get(2).in(text).toUpperCase(Locale.ROOT))) {
      return of("ALTER DATABASE statements without a name");
    }
    if (words.matches(".* (USE|FORCE|IGNORE) (INDEX|KEY) .* (USE|FORCE|IGNORE) (INDEX|KEY) .*")) {
      return of("several index hints at one table");
    }
    if (words.startsWith(" START TRANSACTION WITH CONSISTENT SNAPSHOT ? ")) {
      return of("several modes of START TRANSACTION");
    }
    if (words.startsWith(" ANALYZE ") && words.contains(" HISTOGRAM ")) {
      return of("some forms of ANALYZE ... HISTOGRAM");
    }
    if (words.contains(" JSON_VALUE ") && words.contains(" RETURNING ")) {
      return of("JSON_VALUE calls with RETURNING");
    }
    if (words.startsWith(" GRANT ") && words.contains(" AS ")) {
      return of("GRANT ... AS statements");
    }
    if (words.matches(" FLUSH (LOCAL |NO_WRITE_TO_BINLOG )?TABLES? .*")) {
      return of("FLUSH TABLES statements of qualified names");
    }
    if (words.startsWith(" RESET PERSIST ")) {
      return of("RESET PERSIST statements with a name");
    }
    if (words.startsWith(" LOAD ")
        && tokens.stream().anyMatch(t -> t.type() == TokenType.USER_VARIABLE)) {
      return of("LOAD DATA statements into variables");
    }
    if (words.matches(" (EXPLAIN|DESCRIBE|DESC) .*") && words.contains(" INTO ")) {
      return of("EXPLAIN ... INTO statements");
    }
    return Optional.empty();
  }

  /// What came after the grammar was written.
  private static Optional<String> nine(String words) {
    if (words.matches(" CREATE (OR REPLACE )?(TEMPORARY )?EXTERNAL TABLE .*")) {
      return of("external tables");
    }
    if (words.matches(" (CREATE|ALTER) (OR REPLACE )?.*(MATERIALIZED) VIEW .*")) {
      return of("materialized views");
    }
    return words.contains(" AUTO_REFRESH ") || words.contains(" TABLESAMPLE ")
        ? of("such clauses of MySQL 9")
        : Optional.empty();
  }

  /// What went with 8.0: the grammar begins there.
  private static Optional<String> five(String words) {
    boolean gone =
        words.startsWith(" GRANT ")
            || words.contains(" PASSWORD ")
            || words.contains(" SQL_CACHE ")
            || words.contains(" PROCEDURE ANALYSE ")
            || words.contains(" QUERY CACHE ")
            || words.matches(" (EXPLAIN|DESCRIBE|DESC) (EXTENDED|PARTITIONS) .*")
            || words.startsWith(" ALTER IGNORE ")
            || words.matches(" .* (ASC|DESC) WITH ROLLUP .*");
    return gone ? of("forms that ended with MySQL 5.7") : Optional.empty();
  }

  private static Optional<String> of(String what) {
    return Optional.of(what + " are not in the grammar");
  }
}
