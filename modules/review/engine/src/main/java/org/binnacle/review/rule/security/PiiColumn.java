package org.binnacle.review.rule.security;

import java.util.List;
import java.util.Locale;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// A column that holds personal data should be known as such.
public final class PiiColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("security.pii-column", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A column that holds personal data should be known as such.")
          .because(
              "It has to be found when somebody asks what is kept of him, and masked in copies.")
          .param(
              "names",
              List.of(
                  "email",
                  "e_mail",
                  "phone",
                  "mobile",
                  "passport",
                  "ssn",
                  "id_card",
                  "birthday",
                  "birth_date",
                  "credit_card",
                  "card_no",
                  "iban",
                  "address",
                  "real_name",
                  "first_name",
                  "last_name"),
              "words of column names")
          .param("tag", "pii", "what a comment must hold")
          .bad("CREATE TABLE t (id int PRIMARY KEY, user_email varchar(100));")
          .bad("ALTER TABLE t ADD phone varchar(20) COMMENT 'to call';")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, user_email varchar(100) COMMENT 'pii: contact');")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, emailed_at datetime, ip_addresses int, phones int);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      String name = "_" + c.column().name().toLowerCase(Locale.ROOT) + "_";
      boolean tagged =
          c.column()
              .comment()
              .map(
                  t ->
                      t.toLowerCase(Locale.ROOT).contains(out.text("tag").toLowerCase(Locale.ROOT)))
              .orElse(false);
      boolean personal =
          out.list("names").stream()
              .anyMatch(n -> name.contains("_" + n.toLowerCase(Locale.ROOT) + "_"));
      if (personal && !tagged && !c.column().type().isTemporal()) {
        out.at(
            c.column().nameSpan(),
            c.object(),
            "%s looks like personal data: say so in its comment (%s)."
                .formatted(c.column().name(), out.text("tag")));
      }
    }
  }
}
