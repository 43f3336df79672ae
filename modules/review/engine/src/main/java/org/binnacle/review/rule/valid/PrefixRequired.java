package org.binnacle.review.rule.valid;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.KeyPart;

/// A key on TEXT or BLOB needs a length, and only strings can have one.
public final class PrefixRequired implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.prefix-required", Level.ERROR)
          .concerns(Concern.TABLES)
          .says("A key on TEXT or BLOB needs a length, and only strings can have one.")
          .because("The server refuses it with error 1170 or 1089.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a text, KEY k (a));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k (a(4)));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a varchar(10), KEY k (a(20)));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a json, KEY k (a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a text, KEY k (a(20)));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY k (a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a varchar(10), KEY k (a(10)));")
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
    for (NewIndex n : s.newIndexes()) {
      for (KeyPart p : n.index().parts()) {
        ColumnDef c = after.column(p.column()).orElse(null);
        if (c == null || !p.isColumn() || !n.index().isOrdered()) {
          continue;
        }
        boolean text =
            c.type().isText()
                || c.type().isBlob()
                || c.type().is("varchar", "char", "varbinary", "binary");
        int length =
            c.type().length().orElse(c.type().is("char", "binary") ? 1 : Integer.MAX_VALUE);
        if (c.type().isLong() && p.prefix().isEmpty()) {
          out.at(
              p.span(),
              n.object(),
              c.type().is("json")
                  ? "JSON cannot be indexed: index an expression of it."
                  : c.name() + " is " + c.type().name() + ": say how many characters are indexed.");
        } else if (p.prefix().isPresent() && (!text || p.prefix().get() > length)) {
          out.at(
              p.span(),
              n.object(),
              text
                  ? "The prefix is longer than the column."
                  : c.type().name() + " can have no prefix.");
        }
      }
    }
  }
}
