package org.binnacle.review.rule.drc;

import java.util.List;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.valid.Precision;

/// A table should keep when a row was made.
public final class RequireCreatedAt implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.require-created-at", Level.WARNING)
          .off()
          .says("A table should keep when a row was made.")
          .because("It settles which of two rows was first, and audits ask for it.")
          .param(
              "names",
              List.of("created_at", "create_time", "ctime", "gmt_create", "created"),
              "names that the column may have")
          .bad("CREATE TABLE t (id bigint PRIMARY KEY);")
          .good(
              "CREATE TABLE t (id bigint PRIMARY KEY, created_at datetime NOT NULL "
                  + "DEFAULT CURRENT_TIMESTAMP);")
          .near("CREATE TEMPORARY TABLE t (id bigint);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Drc.created(s)
        .filter(
            t ->
                t.columns().stream()
                    .noneMatch(
                        c ->
                            out.list("names").stream().anyMatch(c.name()::equalsIgnoreCase)
                                && c.defaultText().filter(Precision::isNow).isPresent()))
        .ifPresent(
            t ->
                out.at(
                    s.tableName().orElseThrow().span(),
                    t.name(),
                    "No column keeps when a row was made, by DEFAULT CURRENT_TIMESTAMP."));
  }
}
