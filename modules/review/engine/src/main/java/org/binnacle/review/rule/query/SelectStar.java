package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Quote;
import org.binnacle.sql.Span;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// A SELECT should name its columns.
public final class SelectStar implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("query.select-star", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("A SELECT should name its columns.")
          .because(
              "A new column changes what comes, reads more than is used and keeps an "
                  + "index from covering; INSERT ... SELECT * breaks.")
          .bad("SELECT * FROM t WHERE a = 1;")
          .bad("SELECT t.* FROM t WHERE a = 1;")
          .bad("INSERT INTO t SELECT * FROM u;")
          .good("SELECT a, b FROM t WHERE a = 1;")
          .near("SELECT count(*) FROM t WHERE a = 1;")
          .near("SELECT a FROM t WHERE EXISTS (SELECT * FROM u WHERE u.a = t.a);")
          .near("SELECT * FROM (SELECT a, b FROM t WHERE a = 1) x;")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .bad("SELECT * FROM p WHERE a = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.query().ifPresent(q -> q.blocks().forEach(b -> look(s, q, b, out)));
  }

  private static void look(Subject s, Query q, Block b, Findings out) {
    if (b.place() == Block.Place.EXISTS || b.tables().stream().allMatch(TableUse::derived)) {
      return;
    }
    for (Block.Item i : b.items()) {
      if (!i.isStar()) {
        continue;
      }
      boolean write = q.insert().isPresent() && b.depth() == 0;
      Level level = write ? Level.WARNING : Level.NOTICE;
      String message =
          write
              ? "The order and number of the columns of * decide what goes where: name them."
              : "* reads all columns: name those that are used.";
      String named = named(s, Scope.of(s, q), b, i);
      Span at = Said.at(i.operand().span(), s);
      if (named.isEmpty() || i.operand().span().isEmpty()) {
        out.as(level, at, "", message);
      } else {
        out.as(level, at, "", message, Said.fix("name the columns", false, at, named));
      }
      return;
    }
  }

  /// The columns that * stands for; empty where that is not known.
  private static String named(Subject s, Scope scope, Block b, Block.Item item) {
    String prefix =
        item.operand().text().equals("*")
            ? ""
            : item.operand().text().substring(0, item.operand().text().length() - 2);
    List<String> all = new ArrayList<>();
    for (TableUse use : b.tables()) {
      if (!prefix.isEmpty() && !use.called().equalsIgnoreCase(prefix)) {
        continue;
      }
      Table table = scope.table(use).orElse(null);
      if (table == null
          || b.joins().stream()
              .anyMatch(j -> !j.using().isEmpty() || j.type() == Join.Type.NATURAL)) {
        return "";
      }
      String before =
          b.tables().size() > 1 || !prefix.isEmpty()
              ? Quote.nameIfNeeded(use.called(), s.target().dialect()) + "."
              : "";
      table.columns().stream()
          .filter(c -> !c.invisible())
          .forEach(c -> all.add(before + Quote.nameIfNeeded(c.name(), s.target().dialect())));
    }
    return String.join(", ", all);
  }
}
