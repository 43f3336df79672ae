package org.binnacle.review.rule.valid;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// A column must be qualified where two tables have it.
public final class AmbiguousColumn implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.ambiguous-column", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("A column must be qualified where two tables have it.")
          .because("The server refuses it with error 1052.")
          .schema(
              "CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b (id int PRIMARY KEY, y int);")
          .bad("SELECT id FROM a JOIN b ON a.id = b.id;")
          .bad("SELECT a.id FROM a, b WHERE id = 1;")
          .good("SELECT a.id FROM a JOIN b ON a.id = b.id;")
          .near("SELECT x, y FROM a JOIN b ON a.id = b.id;")
          .near("SELECT id FROM a JOIN b USING (id);")
          .near("SELECT a.id AS id FROM a JOIN b ON a.id = b.id ORDER BY id;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Block block : s.query().map(Query::blocks).orElse(List.of())) {
      boolean merged =
          block.joins().stream()
              .anyMatch(j -> !j.using().isEmpty() || j.type() == Join.Type.NATURAL);
      if (block.tables().size() > 1
          && !merged
          && block.tables().stream().noneMatch(TableUse::derived)) {
        check(s, block, out);
      }
    }
  }

  private static void check(Subject s, Block block, Findings out) {
    Stream<ColumnUse> items = block.items().stream().flatMap(i -> i.operand().columns().stream());
    Stream<ColumnUse> where =
        block.where().stream()
            .flatMap(
                p ->
                    Stream.concat(
                        p.left().columns().stream(),
                        p.right().stream().flatMap(o -> o.columns().stream())));
    Stream.concat(items, where)
        .filter(c -> c.table().isEmpty() && !c.name().equals("*"))
        .forEach(
            c -> {
              List<String> having =
                  block.tables().stream()
                      .filter(t -> has(s, t, c.name()))
                      .map(TableUse::called)
                      .toList();
              if (having.size() > 1) {
                out.at(
                    c.span().orElse(s.head()),
                    c.name(),
                    "%s is a column of %s: say which."
                        .formatted(c.name(), String.join(" and of ", having)));
              }
            });
  }

  private static boolean has(Subject s, TableUse use, String column) {
    return s.table(
            new TableName(
                Optional.of(use.schema()).filter(n -> !n.isEmpty()), use.name(), s.whole()))
        .flatMap(t -> t.column(column))
        .isPresent();
  }
}
