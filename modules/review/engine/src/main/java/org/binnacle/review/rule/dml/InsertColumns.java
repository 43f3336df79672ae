package org.binnacle.review.rule.dml;

import java.util.Optional;
import java.util.stream.Collectors;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Said;
import org.binnacle.review.rule.query.Words;
import org.binnacle.sql.Quote;
import org.binnacle.sql.Span;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Query;

/// INSERT should name its columns.
public final class InsertColumns implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("dml.insert-columns", Level.WARNING)
          .says("INSERT should name its columns.")
          .because(
              "Without a list the next ALTER TABLE breaks it, or moves values into "
                  + "other columns.")
          .bad("INSERT INTO t VALUES (1, 2);")
          .bad("REPLACE INTO db.t SELECT a, b FROM u WHERE c = 1;")
          .bad("INSERT IGNORE t VALUES (1);")
          .good("INSERT INTO t (a, b) VALUES (1, 2);")
          .near("INSERT INTO t SET a = 1;")
          .near("INSERT INTO t () VALUES ();")
          .near("CREATE TABLE t (a int); INSERT INTO t VALUES (1);")
          .schema("CREATE TABLE p (id int PRIMARY KEY, a int);")
          .bad("INSERT INTO p VALUES (1, 2);")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    if (!s.begins("INSERT") && !s.begins("REPLACE")) {
      return;
    }
    Words w = Words.of(s);
    int i = 1;
    while (w.oneOf(i, "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO")) {
      i++;
    }
    int name = i;
    i++;
    while (w.is(i, TokenType.DOT)) {
      i += 2;
    }
    int last = i - 1;
    if (w.words(i, "PARTITION")) {
      i = w.close(i + 1) + 1;
    }
    boolean query =
        w.oneOf(i, "SELECT", "TABLE", "WITH")
            || (w.is(i, TokenType.OPEN) && w.oneOf(i + 1, "SELECT", "WITH"));
    boolean values =
        w.oneOf(i, "VALUES", "VALUE")
            && !(w.is(i + 1, TokenType.OPEN) && w.is(i + 2, TokenType.CLOSE));
    if (!query && !values) {
      return;
    }
    TableName table =
        last > name
            ? new TableName(Optional.of(Rows.name(w, name)), Rows.name(w, last), s.whole())
            : new TableName(Optional.empty(), Rows.name(w, name), s.whole());
    if (s.schema().isFresh(table)) {
      return;
    }
    String message = "The order of the columns of " + table.name() + " decides what goes where.";
    int end = w.get(last).end();
    String list =
        s.table(table)
            .filter(t -> !t.view())
            .map(
                t ->
                    t.columns().stream()
                        .filter(c -> !c.invisible())
                        .map(c -> Quote.nameIfNeeded(c.name(), s.target().dialect()))
                        .collect(Collectors.joining(", ", " (", ")")))
            .orElse("");
    int given =
        s.query()
            .flatMap(Query::insert)
            .map(x -> x.select() || x.rows().isEmpty() ? -1 : x.rows().getFirst().size())
            .orElse(-1);
    boolean fits =
        given < 0
            || given
                == s.table(table)
                    .map(t -> (int) t.columns().stream().filter(c -> !c.invisible()).count())
                    .orElse(-1);
    if (list.isEmpty() || !fits) {
      out.at(w.span(name, last), table.name(), message);
    } else {
      out.at(
          w.span(name, last),
          table.name(),
          message,
          Said.fix("name the columns", true, new Span(end, end), list));
    }
  }
}
