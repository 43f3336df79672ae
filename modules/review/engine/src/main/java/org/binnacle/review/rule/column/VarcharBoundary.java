package org.binnacle.review.rule.column;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;

/// A VARCHAR just below 256 bytes should be made a little longer at once.
public final class VarcharBoundary implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.varchar-255-boundary", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A VARCHAR just below 256 bytes should be made a little longer at once.")
          .because(
              "It keeps its length in one byte up to 255 bytes and in two beyond: to "
                  + "cross that later copies the table.")
          .param("near", 8, "so many characters below the boundary")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(63)) DEFAULT " + "CHARSET=utf8mb4;")
          .good("CREATE TABLE t (id int PRIMARY KEY, a varchar(64)) DEFAULT " + "CHARSET=utf8mb4;")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(50)) DEFAULT " + "CHARSET=utf8mb4;")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(63)) DEFAULT " + "CHARSET=latin1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null) {
      return;
    }
    for (NewColumn c : s.newColumns()) {
      int length = c.column().type().length().orElse(0);
      int boundary = 255 / Charsets.bytes(after.charset(c.column()));
      if (c.column().type().is("varchar")
          && length <= boundary
          && length > boundary - out.number("near")) {
        out.at(
            c.column().type().span(),
            c.object(),
            "varchar(%d) of %s ends just below 256 bytes: from %d characters on it can grow in place, across the boundary it cannot."
                .formatted(length, after.charset(c.column()), boundary + 1));
      }
    }
  }
}
