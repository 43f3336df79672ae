package org.binnacle.review.rule.index;

import java.util.HashSet;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.NewIndex;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.IndexDef;

/// An index should not be the beginning of another.
public final class Redundant implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("index.redundant", Level.WARNING)
          .concerns(Concern.TABLES)
          .says("An index should not be the beginning of another.")
          .because(
              "It answers nothing that the longer one does not, and every write pays " + "for it.")
          .param(
              "pkSuffix",
              true,
              "keep silent where the index ends in the primary key's order and the longer one does not")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a (a), KEY "
                  + "idx_a_b (a, b));")
          .bad("CREATE TABLE t (a int, b int, PRIMARY KEY (a, b), KEY idx_a (a));")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(50), KEY p (a(10)), KEY "
                  + "whole (a));")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a_b (a, b), "
                  + "KEY idx_b (b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int NOT NULL, b int, UNIQUE KEY "
                  + "uk_a (a), KEY idx_a_b (a, b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a (a DESC), "
                  + "KEY idx_a_b (a, b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a (a), KEY "
                  + "idx_a_b (a, b) INVISIBLE);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(50), FULLTEXT KEY ft "
                  + "(a), KEY idx_a (a));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, id_num int, b int, KEY k1 "
                  + "(id_num), KEY k2 (b));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a varchar(10), KEY k1 "
                  + "((lower(a))), KEY k2 ((upper(a)), id));")
          .schema("CREATE TABLE t (id int PRIMARY KEY, a int, b int, KEY idx_a_b (a, b));")
          .bad("ALTER TABLE t ADD INDEX idx_a (a);")
          .bad("CREATE INDEX idx_a ON t (a);")
          .near("ALTER TABLE t ADD INDEX idx_a (a), DROP INDEX idx_a_b;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Table after = s.after().orElse(null);
    if (after == null || s.newIndexes().isEmpty()) {
      return;
    }
    var told = new HashSet<String>();
    for (IndexDef shorter : after.indexes()) {
      for (IndexDef longer : after.indexes()) {
        if (!shorter.equals(longer)
            && IndexCover.isPrefix(shorter, longer)
            && (isNew(s, shorter) || isNew(s, longer))
            && told.add(shorter.shown())) {
          tell(s, after, shorter, longer, out);
        }
      }
    }
  }

  private static void tell(
      Subject s, Table table, IndexDef shorter, IndexDef longer, Findings out) {
    Optional<NewIndex> own = find(s, shorter);
    Span span = own.or(() -> find(s, longer)).map(i -> i.index().nameSpan()).orElse(s.head());
    String object = table.name() + "." + shorter.shown();
    String words =
        "%s %s is the beginning of %s %s: drop it, or make it INVISIBLE first."
            .formatted(shorter.shown(), shorter.shownParts(), longer.shown(), longer.shownParts());
    if (longer.kind() != IndexDef.Kind.PRIMARY && isOrderedByKey(table, shorter, longer)) {
      out.as(
          Level.NOTICE,
          span,
          object,
          words + " Keep it where queries sort by the primary key behind its columns.");
    } else {
      out.at(span, object, words);
    }
  }

  /// InnoDB ends each secondary index with the primary key: the shorter one gives rows in its
  /// order, the longer one does not (unless its next columns are the key itself).
  private static boolean isOrderedByKey(Table table, IndexDef shorter, IndexDef longer) {
    return table
        .primaryKey()
        .filter(p -> longer.parts().size() > shorter.parts().size())
        .filter(
            p -> !longer.parts().get(shorter.parts().size()).isOn(p.parts().getFirst().column()))
        .isPresent();
  }

  private static boolean isNew(Subject s, IndexDef index) {
    return find(s, index).isPresent();
  }

  private static Optional<NewIndex> find(Subject s, IndexDef index) {
    return s.newIndexes().stream()
        .filter(
            i -> i.index().span().equals(index.span()) && i.index().parts().equals(index.parts()))
        .findFirst();
  }
}
