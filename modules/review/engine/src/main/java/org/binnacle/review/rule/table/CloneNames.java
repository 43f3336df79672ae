package org.binnacle.review.rule.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.ColumnDef;

/// Columns should not be numbered copies of each other.
public final class CloneNames implements Rule {
  private static final Pattern NUMBER = Pattern.compile("_?\\d+$");
  private static final RuleInfo INFO =
      RuleInfo.of("table.clone-names", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("Columns should not be numbered copies of each other.")
          .because(
              "tag1, tag2, tag3 want a table of tags: a fourth one is a change of " + "the schema.")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, tag1 varchar(10), tag2 "
                  + "varchar(10), tag3 varchar(10));")
          .good("CREATE TABLE tags (id int, tag varchar(10), PRIMARY KEY (id, tag));")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, address1 varchar(10), address2 "
                  + "varchar(10));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    var by = new HashMap<String, List<ColumnDef>>();
    s.creates()
        .ifPresent(
            c ->
                c.columns()
                    .forEach(
                        column -> {
                          String stem = NUMBER.matcher(column.name()).replaceAll("");
                          if (!stem.equals(column.name()) && !stem.isEmpty()) {
                            by.computeIfAbsent(stem, k -> new ArrayList<>()).add(column);
                          }
                        }));
    by.forEach(
        (stem, columns) -> {
          if (columns.size() > 2) {
            out.at(
                columns.getFirst().nameSpan(),
                s.tableName().orElseThrow().name() + "." + stem,
                columns.size() + " numbered columns " + stem + ".");
          }
        });
  }
}
