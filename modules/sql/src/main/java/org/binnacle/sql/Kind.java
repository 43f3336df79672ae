package org.binnacle.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a statement does, told by its first words. Good for marks and filters; not a permission to
/// run it (a SELECT may call a function that writes).
public enum Kind {
  SELECT,
  /// INSERT, UPDATE, DELETE, REPLACE, LOAD.
  DML,
  /// CREATE, ALTER, DROP, TRUNCATE, RENAME, IMPORT of anything but accounts.
  DDL,
  /// CREATE USER, GRANT, REVOKE, SET PASSWORD and the like.
  ACCOUNT,
  /// BEGIN, COMMIT, ROLLBACK, SAVEPOINT, XA, LOCK and UNLOCK TABLES.
  TRANSACTION,
  /// SET, USE.
  SESSION,
  SHOW,
  EXPLAIN,
  /// CALL, DO, PREPARE, EXECUTE: what is run is not said.
  ROUTINE,
  /// KILL, FLUSH, CHANGE REPLICATION SOURCE, OPTIMIZE, SHUTDOWN and so on.
  ADMIN,
  /// No word of SQL at all.
  EMPTY,
  UNKNOWN;

  /// So many tokens tell the kind, but for WITH, whose verb comes behind its queries.
  private static final int ENOUGH = 64;

  /// The kind of one statement, or of the first of several.
  public static Kind of(String text, SqlModes modes) {
    var lexer = new Lexer(text, modes);
    var words = new ArrayList<Token>();
    int depth = 0;
    boolean with = false;
    boolean nothing = true;
    for (int seen = 0; lexer.hasNext() && (seen < ENOUGH || with); seen++) {
      Token token = lexer.next();
      nothing &= token.type().isSilent() || token.type() == TokenType.DELIMITER;
      switch (token.type()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case WORD -> {
          if (with && depth == 0 && isVerb(text, token)) {
            return first(token.in(text));
          }
          with |= words.isEmpty() && token.is(text, "WITH");
          words.add(token);
        }
        default -> {}
      }
    }
    return with ? SELECT : of(text, words, nothing);
  }

  private static Kind of(String text, List<Token> words, boolean nothing) {
    if (words.isEmpty()) {
      return nothing ? EMPTY : UNKNOWN;
    }
    Kind kind = first(words.getFirst().in(text));
    var rest = words.subList(1, words.size());
    return switch (kind) {
      case DDL -> namesAccount(text, rest) ? ACCOUNT : isAdminDdl(text, rest) ? ADMIN : DDL;
      case SESSION -> has(text, rest, 1, "PASSWORD", "ROLE") ? ACCOUNT : SESSION;
      case TRANSACTION ->
          has(text, rest, 1, "SLAVE", "REPLICA", "GROUP_REPLICATION", "INSTANCE", "BINLOG")
              ? ADMIN
              : TRANSACTION;
      default -> kind;
    };
  }

  private static boolean isVerb(String text, Token token) {
    return has(
        text,
        List.of(token),
        1,
        "SELECT",
        "UPDATE",
        "DELETE",
        "INSERT",
        "REPLACE",
        "VALUES",
        "TABLE");
  }

  private static boolean namesAccount(String text, List<Token> rest) {
    return has(text, rest, 1, "USER", "ROLE")
        || (has(text, rest, 1, "OR") && has(text, rest, 3, "USER", "ROLE"));
  }

  private static boolean isAdminDdl(String text, List<Token> rest) {
    return has(text, rest, 1, "INSTANCE");
  }

  /// Whether the n-th word, from 1, is one of these.
  private static boolean has(String text, List<Token> words, int n, String... any) {
    if (words.size() >= n) {
      for (String word : any) {
        if (words.get(n - 1).is(text, word)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Kind first(String word) {
    return switch (word.length() > 12 ? "" : word.toUpperCase(Locale.ROOT)) {
      case "SELECT", "VALUES", "TABLE", "HANDLER" -> SELECT;
      case "INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD" -> DML;
      case "CREATE", "ALTER", "DROP", "TRUNCATE", "RENAME", "IMPORT" -> DDL;
      case "GRANT", "REVOKE" -> ACCOUNT;
      case "BEGIN", "START", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE", "XA", "LOCK", "UNLOCK" ->
          TRANSACTION;
      case "SET", "USE" -> SESSION;
      case "SHOW", "HELP" -> SHOW;
      case "EXPLAIN", "DESCRIBE", "DESC" -> EXPLAIN;
      case "CALL", "DO", "PREPARE", "EXECUTE", "DEALLOCATE" -> ROUTINE;
      case "KILL",
          "FLUSH",
          "RESET",
          "PURGE",
          "CHANGE",
          "STOP",
          "ANALYZE",
          "OPTIMIZE",
          "REPAIR",
          "CHECK",
          "CHECKSUM",
          "CACHE",
          "INSTALL",
          "UNINSTALL",
          "SHUTDOWN",
          "RESTART",
          "CLONE",
          "BINLOG",
          "SIGNAL",
          "BACKUP" ->
          ADMIN;
      default -> UNKNOWN;
    };
  }
}
