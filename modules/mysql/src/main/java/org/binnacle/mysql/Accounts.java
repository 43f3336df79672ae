package org.binnacle.mysql;

/// Accounts in the forms that servers want.
public final class Accounts {
  private Accounts() {}

  /// What CURRENT_USER() tells (`app@10.0.%`) as SQL: `'app'@'10.0.%'`. The last `@` parts user and
  /// host, for a user name may hold one and a host may not.
  public static String quote(String currentUser) {
    int at = currentUser.lastIndexOf('@');
    String user = at < 0 ? currentUser : currentUser.substring(0, at);
    String host = at < 0 ? "%" : currentUser.substring(at + 1);
    return literal(user) + "@" + literal(host);
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
