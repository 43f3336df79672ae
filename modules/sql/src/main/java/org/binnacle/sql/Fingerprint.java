package org.binnacle.sql;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What statements that differ only in values and layout have in common.
///
/// @param text as the server's DIGEST_TEXT: literals are `?`, lists of them collapsed, comments
///   gone, keywords in upper case, names in backticks; cut at 4,000 characters
/// @param hash 16 hexadecimal digits of the text's SHA-256; stable across starts and machines, and
///   not the server's DIGEST
public record Fingerprint(String text, String hash) {

  private static final int MAX = 4_000;

  public static Fingerprint of(String sql, SqlModes modes, Dialect dialect) {
    var digest = new Digest(sql, Keywords.of(dialect));
    var lexer = new Lexer(sql, modes);
    while (lexer.hasNext() && digest.length() < 2 * MAX) {
      digest.accept(lexer.next());
    }
    String text = digest.text();
    if (text.length() > MAX) {
      text = text.substring(0, MAX) + " ...";
    }
    return new Fingerprint(text, hash(text));
  }

  private static String hash(String text) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
