package org.binnacle.review.rule.ddl;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.AlterAction;

/// A table's default character set and that of its columns are two things.
public final class ConvertCharset implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.convert-charset", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("A table's default character set and that of its columns are two " + "things.")
          .because(
              "DEFAULT CHARSET leaves the columns as they are; CONVERT TO copies the "
                  + "table and may make keys too long.")
          .bad("ALTER TABLE t DEFAULT CHARSET = utf8mb4;")
          .good("ALTER TABLE t ADD a varchar(10) CHARACTER SET utf8mb4;")
          .near("ALTER TABLE t COMMENT 'utf8mb4';")
          .near("ALTER TABLE t DEFAULT CHARSET = utf8mb4, CONVERT TO CHARACTER SET " + "utf8mb4;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    boolean converts = !s.actions(AlterAction.ConvertCharset.class).isEmpty();
    for (AlterAction.SetOptions o : s.actions(AlterAction.SetOptions.class)) {
      if (!converts
          && (o.options().has("charset") || o.options().has("collate"))
          && !s.schema().isFresh(s.tableName().orElseThrow())) {
        out.at(
            o.span(),
            s.tableName().orElseThrow().name(),
            "Only columns that are added later get this character set; CONVERT TO changes those that are there.");
      }
    }
  }
}
