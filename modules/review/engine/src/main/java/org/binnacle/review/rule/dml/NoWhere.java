package org.binnacle.review.rule.dml;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.review.rule.query.Words;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// UPDATE and DELETE should have a WHERE.
public final class NoWhere implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.no-where", Level.ERROR)
          .says("UPDATE and DELETE should have a WHERE.")
          .because(
              "Every row is changed, locked and logged in one transaction. An UPDATE "
                  + "that fills a column the script has just added is told as a warning: "
                  + "it is meant, but should go in parts; so is one that computes each "
                  + "value of the row itself.")
          .bad("DELETE FROM t;")
          .bad("UPDATE t SET a = 1;")
          .bad("DELETE FROM t LIMIT 5;")
          .bad("ALTER TABLE t ADD b int; UPDATE t SET b = a;")
          .good("DELETE FROM t WHERE a = 1;")
          .near("UPDATE t JOIN u ON t.id = u.id SET t.a = u.a;")
          .near("CREATE TABLE t (a int); UPDATE t SET a = 1;")
          .near("INSERT INTO t (a) VALUES (1) ON DUPLICATE KEY UPDATE a = 2;")
          .near("CREATE TEMPORARY TABLE x (a int); DELETE FROM x;")
          .near("DELETE FROM t ORDER BY id LIMIT 1000;")
          .near("UPDATE schema_version SET version = 17;")
          .bad("UPDATE t SET a = replace(a, ?, ?);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    Set<String> added = new HashSet<>();
    for (Subject s : script.statements()) {
      s.alters()
          .ifPresent(
              a ->
                  s.actions(AlterAction.AddColumn.class)
                      .forEach(c -> added.add(key(a.table().name(), c.column().name()))));
      if (s.isUnderstood() && (s.begins("UPDATE") || s.begins("DELETE"))) {
        s.query().ifPresentOrElse(q -> look(script, s, q, added, out), () -> words(s, out));
      }
    }
  }

  private static void look(
      ScriptSubject script, Subject s, Query q, Set<String> added, Findings out) {
    Block b = q.own().orElse(null);
    if (b == null
        || !b.where().isEmpty()
        || b.joins().stream()
            .anyMatch(
                j -> !j.on().isEmpty() || !j.using().isEmpty() || j.type() == Join.Type.NATURAL)
        || q.written().isEmpty()) {
      return;
    }
    TableUse t = q.written().getFirst();
    if (script.schema().isFresh(Scope.name(s, t))) {
      return;
    }
    boolean delete = q.verb() == Query.Verb.DELETE;
    if (isVersion(t, q)) {
      return;
    }
    boolean fills =
        !delete && q.set().stream().allMatch(a -> added.contains(key(t.name(), a.column().name())));
    if (b.limit().isPresent() && !b.orderBy().isEmpty()) {
      return;
    }
    if (b.limit().isPresent()) {
      out.as(
          Level.WARNING,
          s,
          s.head(),
          t.name(),
          "Any " + b.limit().get().text() + " rows of " + t.name() + " are changed.");
    } else if (fills) {
      out.as(
          Level.WARNING,
          s,
          s.head(),
          t.name(),
          "A new column of "
              + t.name()
              + " is filled in one transaction: "
              + (q.set().stream().allMatch(a -> a.value().isConstant())
                  ? "DEFAULT in ADD COLUMN does it."
                  : "cut it up by key."));
    } else if (!delete
        && q.set().stream()
            .anyMatch(
                a -> !a.value().columns().isEmpty() || a.value().kind() == Operand.Kind.SUBQUERY)) {
      out.as(
          Level.WARNING,
          s,
          s.head(),
          t.name(),
          "All rows of "
              + t.name()
              + " are computed anew in one transaction: a WHERE for those that change.");
    } else {
      out.at(
          s,
          s.head(),
          t.name(),
          "All rows of " + t.name() + " are " + (delete ? "deleted" : "changed") + ".");
    }
  }

  /// The one row in which a schema keeps its number.
  private static boolean isVersion(TableUse t, Query q) {
    boolean constants = q.set().stream().allMatch(a -> a.value().isConstant());
    return constants
        && (t.name().toLowerCase(Locale.ROOT).endsWith("version")
            || (q.set().size() == 1
                && q.set()
                    .getFirst()
                    .column()
                    .name()
                    .toLowerCase(Locale.ROOT)
                    .endsWith("version")));
  }

  /// Where the facts are not known.
  private static void words(Subject s, Findings out) {
    Words w = Words.of(s);
    if (w.next(0, "WHERE") < 0 && w.next(0, "JOIN") < 0 && w.next(0, "LIMIT") < 0) {
      out.at(s, s.head(), "", "It has no WHERE.");
    }
  }

  private static String key(String table, String column) {
    return (table + "." + column).toLowerCase(Locale.ROOT);
  }
}
