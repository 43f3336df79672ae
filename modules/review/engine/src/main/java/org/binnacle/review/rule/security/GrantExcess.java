package org.binnacle.review.rule.security;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// An account should get the privileges that it needs and no others.
public final class GrantExcess implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("security.grant-excess", Level.ERROR)
          .says("An account should get the privileges that it needs and no others.")
          .because("Who breaks into the application has all of them.")
          .param(
              "powerful",
              List.of(
                  "SUPER",
                  "SHUTDOWN",
                  "FILE",
                  "CREATE USER",
                  "GRANT OPTION",
                  "SYSTEM_USER",
                  "SYSTEM_VARIABLES_ADMIN",
                  "SET_USER_ID",
                  "SET_ANY_DEFINER",
                  "BINLOG_ADMIN",
                  "ROLE_ADMIN",
                  "CONNECTION_ADMIN"),
              "privileges that are refused on their own")
          .bad("GRANT ALL PRIVILEGES ON *.* TO 'app'@'10.%';")
          .bad("GRANT ALL ON shop.* TO 'app'@'10.%' WITH GRANT OPTION;")
          .bad("GRANT SELECT, FILE ON *.* TO 'app'@'10.%';")
          .bad("GRANT SELECT ON *.* TO 'app'@'10.%';")
          .good("GRANT SELECT, INSERT ON shop.* TO 'app'@'10.%';")
          .near("GRANT ALL ON shop.* TO 'app'@'10.%';")
          .near("REVOKE ALL PRIVILEGES ON *.* FROM 'app'@'10.%';")
          .near("GRANT PROCESS, REPLICATION CLIENT ON *.* TO 'watch'@'10.%';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> DATA =
      Set.of(
          "SELECT",
          "INSERT",
          "UPDATE",
          "DELETE",
          "CREATE",
          "DROP",
          "ALTER",
          "INDEX",
          "EXECUTE",
          "TRIGGER",
          "REFERENCES");

  @Override
  public boolean onAnything() {
    return true;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (!s.begins("GRANT")) {
      return;
    }
    String words = words(s);
    int on = words.indexOf(" ON ");
    if (on < 0) {
      return;
    }
    List<String> privileges =
        Arrays.stream(words.substring("GRANT ".length(), on).split(","))
            .map(p -> p.strip().replaceAll("\\s*\\(.*", ""))
            .toList();
    String rest = words.substring(on + 4);
    boolean everywhere = rest.startsWith("*.*") || rest.startsWith("* . *");
    if (everywhere && privileges.stream().anyMatch(p -> p.startsWith("ALL"))) {
      told(s, "all privileges on everything", out);
    } else if (rest.contains("WITH GRANT OPTION")) {
      told(s, "the right to give its privileges away", out);
    } else {
      privileges.stream()
          .filter(
              p ->
                  out.list("powerful").stream().anyMatch(p::equalsIgnoreCase)
                      || (everywhere && DATA.contains(p)))
          .findFirst()
          .ifPresent(p -> told(s, p + (everywhere ? " on everything" : ""), out));
    }
  }

  private static void told(Subject s, String what, Findings out) {
    out.at(s.head(), "", "The account gets " + what + ".");
  }

  private static String words(Subject s) {
    return s.tokens().stream()
        .map(t -> t.in(s.text()).toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(" "))
        .replace("* . *", "*.*");
  }
}
