package org.binnacle.review.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What makes a finding the same in the next report, when lines have moved.
public final class Prints {
  private Prints() {}

  /// 16 hexadecimal digits out of rule, fingerprint of the statement and object.
  public static String of(StatementReport statement, Told told) {
    String text = told.rule() + "\n" + statement.fingerprint() + "\n" + told.object();
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
