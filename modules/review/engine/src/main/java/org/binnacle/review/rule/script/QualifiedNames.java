package org.binnacle.review.rule.script;

import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;

/// Tables should be named without their database.
public final class QualifiedNames implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("script.qualify-schema", Level.NOTICE)
          .off()
          .says("Tables should be named without their database.")
          .because("The script then runs in any database, which shards and test systems " + "need.")
          .param("qualified", false, "true: names must have a database instead")
          .bad("ALTER TABLE shop.t ADD a int;")
          .good("ALTER TABLE t ADD a int;")
          .near("ALTER TABLE t ADD CONSTRAINT fk FOREIGN KEY (a) REFERENCES u (id);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean wanted = out.flag("qualified");
    s.tableName()
        .filter(t -> t.schema().isPresent() != wanted)
        .ifPresent(
            t ->
                out.at(
                    t.span(),
                    t.name(),
                    wanted
                        ? t.name() + " is named without its database."
                        : t.shown() + " is named with its database."));
  }
}
