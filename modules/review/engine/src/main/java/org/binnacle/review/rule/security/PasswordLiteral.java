package org.binnacle.review.rule.security;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Kind;
import org.binnacle.sql.Span;
import org.binnacle.sql.Token;
import org.binnacle.sql.TokenType;

/// A password should not stand in a script.
public final class PasswordLiteral implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("security.password-literal", Level.ERROR)
          .says(
              "A password should not stand in a script, and an account not be open to every host.")
          .because("Scripts are in version control, in chats and in the server's logs.")
          .bad("CREATE USER 'app'@'10.%' IDENTIFIED BY 'secret';")
          .bad(
              "ALTER USER 'app'@'10.%' IDENTIFIED WITH mysql_native_password AS '*2470C0C06DEE42FD1618BB99005ADCA2EC9D1E19';")
          .bad("SET PASSWORD FOR 'app'@'10.%' = 'secret';")
          .bad("CREATE USER 'app'@'10.%' IDENTIFIED BY '';")
          .bad("CREATE USER 'app'@'%' IDENTIFIED BY RANDOM PASSWORD;")
          .good("CREATE USER 'app'@'10.%' IDENTIFIED BY RANDOM PASSWORD;")
          .good("CREATE USER 'app'@'10.%' IDENTIFIED WITH auth_socket;")
          .near(
              "CREATE USER 'app'@'10.%' IDENTIFIED BY RANDOM PASSWORD COMMENT 'identified by hand';")
          .near("SELECT 'identified by' , 'x';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean account =
        s.statement().kind() == Kind.ACCOUNT
            || s.begins("CHANGE", "MASTER")
            || s.begins("CHANGE", "REPLICATION");
    if (!account) {
      return;
    }
    List<Token> tokens = s.tokens();
    for (int i = 1; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.type() == TokenType.STRING && behindPassword(s, i)) {
        boolean empty = token.length() <= 2;
        out.at(
            Span.of(token),
            "",
            empty
                ? "The password is empty."
                : "A password stands in the script: set it outside, or by RANDOM PASSWORD.");
      } else if (token.type() == TokenType.HOST
          && s.begins("CREATE", "USER")
          && isAny(token.in(s.text()))) {
        out.at(Span.of(token), "", "The account is open to every host.");
      }
    }
  }

  private static boolean behindPassword(Subject s, int i) {
    return word(s, i - 1, "BY")
        || (word(s, i - 1, "AS") && word(s, i - 3, "WITH"))
        || word(s, i - 1, "PASSWORD")
        || (is(s, i - 1, "=") && (s.begins("SET", "PASSWORD") || endsInPassword(s, i - 2)))
        || (is(s, i - 1, "(") && word(s, i - 2, "PASSWORD"));
  }

  private static boolean endsInPassword(Subject s, int i) {
    return i >= 0 && s.tokens().get(i).in(s.text()).toUpperCase(Locale.ROOT).endsWith("_PASSWORD");
  }

  private static boolean isAny(String host) {
    String bare = host.replaceAll("[@'\"`\\s]", "");
    return bare.equals("%");
  }

  private static boolean word(Subject s, int i, String word) {
    return i >= 0 && s.tokens().get(i).isWord(s.text(), word);
  }

  private static boolean is(Subject s, int i, String text) {
    return i >= 0 && s.tokens().get(i).is(s.text(), text);
  }
}
