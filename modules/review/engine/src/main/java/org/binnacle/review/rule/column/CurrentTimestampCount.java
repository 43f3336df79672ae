package org.binnacle.review.rule.column;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// A table should have no more than so many columns that take the present time by themselves.
public final class CurrentTimestampCount implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.current-timestamp-count", Level.NOTICE)
          .concerns(Concern.TABLES)
          .off()
          .says("A table should have one column that takes the present time by itself.")
          .because(
              "Servers before 5.6.5 refuse a second TIMESTAMP; later ones take it, so this is a"
                  + " policy.")
          .param("max", 2, "columns with DEFAULT or ON UPDATE CURRENT_TIMESTAMP")
          .bad(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime DEFAULT CURRENT_TIMESTAMP, b datetime"
                  + " DEFAULT CURRENT_TIMESTAMP, c timestamp NULL ON UPDATE CURRENT_TIMESTAMP);")
          .good(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime DEFAULT CURRENT_TIMESTAMP, b datetime"
                  + " DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP);")
          .near(
              "CREATE TABLE t (id int PRIMARY KEY, a datetime DEFAULT '2020-01-01', b datetime"
                  + " DEFAULT CURRENT_TIMESTAMP, c datetime, d datetime);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (s.newColumns().isEmpty()) {
      return;
    }
    List<ColumnDef> timed =
        s.after().map(Table::columns).orElse(List.of()).stream()
            .filter(c -> isNow(c.defaultText()) || isNow(c.onUpdateText()))
            .toList();
    if (timed.size() > out.number("max")) {
      out.at(
          s.newColumns().getLast().column().nameSpan(),
          s.tableName().orElseThrow().name(),
          "%d columns take the present time by themselves: %s."
              .formatted(
                  timed.size(),
                  timed.stream().map(ColumnDef::name).collect(Collectors.joining(", "))));
    }
  }

  private static boolean isNow(Optional<String> text) {
    return text.map(t -> t.toLowerCase(Locale.ROOT))
        .filter(
            t ->
                t.startsWith("current_timestamp")
                    || t.startsWith("now(")
                    || t.startsWith("localtime"))
        .isPresent();
  }
}
