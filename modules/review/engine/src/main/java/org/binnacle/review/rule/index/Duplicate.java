package org.binnacle.review.rule.index;

import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.IndexDef;

/// The same index should not be there twice.
public final class Duplicate implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.duplicate", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("The same index should not be there twice.")
          .because("The second one costs writes and space and is never better.")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k1 (a), KEY k2 (a));")
          .bad("CREATE TABLE t (id int, PRIMARY KEY (id), UNIQUE KEY uk (id));")
          .bad("CREATE TABLE t (id int PRIMARY KEY, a int, UNIQUE KEY k1 (a), KEY k2 " + "(a));")
          .good("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k1 (a));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY k1 (a, b), KEY "
                  + "k2 (b, a));")
          .near("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k1 (a), KEY k2 (a " + "DESC));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(20), KEY k1 (a(5)), KEY "
                  + "k2 (a(6)));")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, KEY k1 (a));")
          .bad("CREATE INDEX k2 ON t (a);")
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
    for (int i = 0; i < after.indexes().size(); i++) {
      for (int j = 0; j < i; j++) {
        IndexDef first = after.indexes().get(j);
        IndexDef second = after.indexes().get(i);
        if (IndexCover.isSame(first, second)) {
          boolean dropFirst = second.isUnique() && !first.isUnique();
          IndexDef extra = dropFirst ? first : second;
          IndexDef kept = dropFirst ? second : first;
          s.newIndexes().stream()
              .filter(
                  n ->
                      n.index().span().equals(extra.span()) || n.index().span().equals(kept.span()))
              .findFirst()
              .ifPresent(
                  n ->
                      out.at(
                          n.index().nameSpan(),
                          after.name() + "." + extra.shown(),
                          "%s %s is the same as %s."
                              .formatted(extra.shown(), extra.shownParts(), kept.shown())));
        }
      }
    }
  }
}
