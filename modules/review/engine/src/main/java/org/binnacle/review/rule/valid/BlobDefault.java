package org.binnacle.review.rule.valid;

import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Edit;
import org.binnacle.review.Findings;
import org.binnacle.review.Fix;
import org.binnacle.review.Level;
import org.binnacle.review.NewColumn;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.Span;

/// TEXT, BLOB and JSON can have no literal default.
public final class BlobDefault implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.blob-default", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("TEXT, BLOB and JSON can have no literal default.")
          .because(
              "The server refuses it with error 1101; an expression in brackets is "
                  + "allowed from 8.0.13 on.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT 'x');")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a json DEFAULT '{}');")
          .good("CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT ('x'));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a text DEFAULT NULL);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (NewColumn c : s.newColumns()) {
      String d = c.column().defaultText().orElse("NULL");
      if (c.column().type().isLong() && !d.equalsIgnoreCase("NULL") && !d.startsWith("(")) {
        Fix fix =
            s.target().isAtLeast(80013)
                    && s.text().startsWith(d, s.text().indexOf(d, c.column().span().start()))
                ? new Fix(
                    "put the default into brackets",
                    List.of(
                        new Edit(
                            new Span(
                                s.text().indexOf(d, c.column().type().span().end()),
                                s.text().indexOf(d, c.column().type().span().end()) + d.length()),
                            "(" + d + ")")),
                    true)
                : new Fix("take the default away", List.of(), false);
        out.at(
            c.column().span(),
            c.object(),
            c.column().type().name() + " can have no literal default.",
            fix);
      }
    }
  }
}
