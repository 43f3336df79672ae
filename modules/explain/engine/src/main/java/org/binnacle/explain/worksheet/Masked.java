package org.binnacle.explain.worksheet;

import java.util.Locale;
import java.util.Set;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Lexer;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A statement as it may be kept: where it can hold a password, its texts are `'***'`. All others
/// are kept as they are.
public final class Masked {
  private static final Set<String> SECRETIVE =
      Set.of(
          "IDENTIFIED",
          "PASSWORD",
          "MASTER_PASSWORD",
          "SOURCE_PASSWORD",
          "AES_ENCRYPT",
          "AES_DECRYPT");

  private Masked() {}

  public static String of(String sql) {
    if (Kind.of(sql, SqlModes.DEFAULT) != Kind.ACCOUNT && !secretive(sql)) {
      return sql;
    }
    var masked = new StringBuilder(sql.length());
    for (Token token : Lexer.all(sql, SqlModes.DEFAULT)) {
      boolean secret = token.type() == TokenType.STRING || token.type() == TokenType.BYTES;
      masked.append(secret ? "'***'" : token.in(sql));
    }
    return masked.toString();
  }

  private static boolean secretive(String sql) {
    return Lexer.spoken(sql, SqlModes.DEFAULT).stream()
        .anyMatch(
            token ->
                token.type() == TokenType.WORD
                    && SECRETIVE.contains(token.in(sql).toUpperCase(Locale.ROOT)));
  }
}
