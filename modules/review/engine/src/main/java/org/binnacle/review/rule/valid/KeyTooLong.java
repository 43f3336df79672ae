package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.KeyPart;

/// A key must fit into 3072 bytes (767 in ROW_FORMAT=COMPACT and REDUNDANT) and 16 columns.
public final class KeyTooLong implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.key-too-long", Level.ERROR)
          .concerns(Concern.TABLES)
          .says(
              "A key must fit into 3072 bytes (767 in ROW_FORMAT=COMPACT and "
                  + "REDUNDANT) and 16 columns.")
          .because("The server refuses it with error 1071 or 1070.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(1000), KEY k (a)) "
                  + "DEFAULT CHARSET=utf8mb4;")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(255), KEY k (a)) "
                  + "DEFAULT CHARSET=utf8mb4 ROW_FORMAT=COMPACT;")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(768), KEY k (a)) "
                  + "DEFAULT CHARSET=utf8mb4;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(1000), KEY k (a(700))) "
                  + "DEFAULT CHARSET=utf8mb4;")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(3000), KEY k (a)) "
                  + "DEFAULT CHARSET=latin1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().filter(t -> t.engine().equalsIgnoreCase("InnoDB")).orElse(null);
    if (after == null) {
      return;
    }
    boolean narrow =
        after
            .options()
            .value("row_format")
            .filter(f -> f.equalsIgnoreCase("COMPACT") || f.equalsIgnoreCase("REDUNDANT"))
            .isPresent();
    int max = narrow ? 767 : 3072;
    for (NewIndex n : s.newIndexes()) {
      if (!n.index().isOrdered()) {
        continue;
      }
      int sum = 0;
      for (KeyPart p : n.index().parts()) {
        int bytes = KeyBytes.of(after, p);
        sum += bytes;
        if (bytes > max || sum > 3072) {
          out.at(
              p.span(),
              n.object(),
              "%s is too long: %d bytes, %d are allowed."
                  .formatted(n.index().shown(), Math.max(bytes, sum), bytes > max ? max : 3072));
          break;
        }
      }
      if (n.index().parts().size() > 16) {
        out.at(n.index().nameSpan(), n.object(), "More than 16 columns in a key.");
      }
    }
  }
}
