package org.binnacle.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How far a statement reaches, told by its words alone and on the safe side: what is not known to
/// read only counts as a change. A function that a SELECT calls may still write; servers stop that
/// in a read-only transaction, and so the callers use one.
public enum Effect {
  /// Reads, and takes no locks that others wait for.
  READS,
  /// Changes this session only: user variables, session variables, the default database, the begin
  /// and the end of a transaction that reads.
  SESSION,
  /// Reads and locks rows: FOR UPDATE, FOR SHARE, LOCK IN SHARE MODE.
  LOCKS,
  /// Writes a file on the server: INTO OUTFILE, INTO DUMPFILE.
  FILES,
  /// Changes data, structure, accounts or the server itself, or may.
  CHANGES;

  /// What a session needs to stay read-only; setting them is no matter of the session alone.
  private static final Set<String> GUARDS =
      Set.of(
          "GLOBAL",
          "PERSIST",
          "PERSIST_ONLY",
          "PASSWORD",
          "TRANSACTION",
          "TRANSACTION_READ_ONLY",
          "TX_READ_ONLY",
          "SQL_LOG_BIN",
          "RESOURCE",
          "DEFAULT",
          "ROLE");

  /// The effect of one statement; an empty text reads.
  public static Effect of(String statement, SqlModes modes) {
    List<Token> tokens = Lexer.spoken(statement, modes);
    Effect plain = of(statement, tokens.stream().filter(token -> !token.versioned()).toList());
    Effect versioned = of(statement, tokens);
    return plain.compareTo(versioned) > 0 ? plain : versioned;
  }

  private static Effect of(String text, List<Token> all) {
    var tokens = new ArrayList<Token>();
    for (Token token : all) {
      switch (token.type()) {
        case VERSION_OPEN, VERSION_CLOSE, HINT -> {}
        default -> tokens.add(token);
      }
    }
    while (!tokens.isEmpty() && tokens.getFirst().type() == TokenType.OPEN) {
      tokens.removeFirst();
    }
    if (tokens.isEmpty()) {
      return READS;
    }
    String first = word(text, tokens, 0);
    return switch (first) {
      case "SELECT", "VALUES", "TABLE" -> query(text, tokens);
      case "WITH" -> changesData(text, tokens) ? CHANGES : query(text, tokens);
      case "SHOW", "HELP" -> READS;
      case "EXPLAIN", "DESCRIBE", "DESC" -> explained(text, tokens);
      case "USE" -> SESSION;
      case "SET" -> setting(text, tokens);
      case "BEGIN", "COMMIT", "ROLLBACK" -> SESSION;
      case "START" ->
          word(text, tokens, 1).equals("TRANSACTION") && !has(text, tokens, "WRITE")
              ? SESSION
              : CHANGES;
      case "CHECKSUM" -> READS;
      // MariaDB's ANALYZE FORMAT=JSON SELECT; ANALYZE TABLE and ANALYZE UPDATE change.
      case "ANALYZE" -> has(text, tokens, "TABLE") ? CHANGES : explained(text, tokens);
      default -> CHANGES;
    };
  }

  private static Effect query(String text, List<Token> tokens) {
    Effect found = READS;
    for (int i = 0; i < tokens.size(); i++) {
      Effect here =
          switch (word(text, tokens, i)) {
            case "INTO" ->
                switch (word(text, tokens, i + 1)) {
                  case "OUTFILE", "DUMPFILE" -> FILES;
                  default -> SESSION;
                };
            case "FOR" ->
                switch (word(text, tokens, i + 1)) {
                  case "UPDATE", "SHARE" -> LOCKS;
                  default -> READS;
                };
            case "LOCK" -> word(text, tokens, i + 1).equals("IN") ? LOCKS : READS;
            default -> READS;
          };
      found = here.compareTo(found) > 0 ? here : found;
    }
    return found;
  }

  /// Plain EXPLAIN reads whatever it explains; what is analysed is run.
  private static Effect explained(String text, List<Token> tokens) {
    if (!has(text, tokens, "ANALYZE")) {
      return has(text, tokens, "INTO") && word(text, tokens, 1).equals("INTO") ? SESSION : READS;
    }
    return changesData(text, tokens) ? CHANGES : query(text, tokens);
  }

  private static boolean changesData(String text, List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.type()) {
        case OPEN -> depth++;
        case CLOSE -> depth--;
        case WORD -> {
          boolean verb =
              switch (word(text, tokens, i)) {
                case "INSERT", "UPDATE", "DELETE" -> true;
                // REPLACE() is a function too.
                case "REPLACE" -> depth == 0;
                default -> false;
              };
          if (verb && depth == 0 && !locks(text, tokens, i)) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private static boolean locks(String text, List<Token> tokens, int i) {
    return i > 0 && word(text, tokens, i - 1).equals("FOR");
  }

  private static Effect setting(String text, List<Token> tokens) {
    for (Token token : tokens) {
      String word = token.in(text).toUpperCase(Locale.ROOT);
      boolean guard =
          switch (token.type()) {
            case WORD -> GUARDS.contains(word);
            case SYSTEM_VARIABLE -> guarded(word);
            case QUOTED_NAME -> GUARDS.contains(word.replace("`", "").replace("\"", ""));
            default -> false;
          };
      if (guard) {
        return CHANGES;
      }
    }
    return SESSION;
  }

  private static boolean guarded(String variable) {
    for (String part : variable.substring(2).replace("`", "").split("\\.")) {
      if (GUARDS.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(String text, List<Token> tokens, String word) {
    return tokens.stream().anyMatch(token -> token.isWord(text, word));
  }

  private static String word(String text, List<Token> tokens, int i) {
    return i < tokens.size() && tokens.get(i).type() == TokenType.WORD
        ? tokens.get(i).in(text).toUpperCase(Locale.ROOT)
        : "";
  }
}
