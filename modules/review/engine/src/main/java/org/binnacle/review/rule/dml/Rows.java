package org.binnacle.review.rule.dml;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.query.Sargable;
import org.binnacle.review.rule.query.Scope;
import org.binnacle.review.rule.query.Words;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Quote;
import org.binnacle.sql.TokenType;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// The rows that a write gives or reads.
final class Rows {
  private Rows() {}

  /// What the rows of VALUES give to a column.
  static Stream<Operand> values(Table table, Query.Insert insert, String column) {
    int at = place(table, insert, column);
    return at < 0
        ? Stream.empty()
        : insert.rows().stream().filter(r -> r.size() == width(table, insert)).map(r -> r.get(at));
  }

  private static int width(Table table, Query.Insert insert) {
    return insert.columns().isEmpty()
        ? (int) table.columns().stream().filter(c -> !c.invisible()).count()
        : insert.columns().size();
  }

  private static int place(Table table, Query.Insert insert, String column) {
    if (!insert.columns().isEmpty()) {
      return IntStream.range(0, insert.columns().size())
          .filter(i -> insert.columns().get(i).name().equalsIgnoreCase(column))
          .findFirst()
          .orElse(-1);
    }
    var visible =
        table.columns().stream().filter(c -> !c.invisible()).map(ColumnDef::name).toList();
    return IntStream.range(0, visible.size())
        .filter(i -> visible.get(i).equalsIgnoreCase(column))
        .findFirst()
        .orElse(-1);
  }

  /// The table of an INSERT or REPLACE by its words, for those of megabytes.
  static TableName bulkTable(Subject s) {
    Words w = Words.of(s);
    int i = 1;
    while (w.oneOf(i, "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "IGNORE", "INTO")) {
      i++;
    }
    return w.is(i + 1, TokenType.DOT)
        ? new TableName(Optional.of(name(w, i)), name(w, i + 2), s.whole())
        : new TableName(Optional.empty(), name(w, i), s.whole());
  }

  /// The name that a token is.
  static String name(Words w, int i) {
    if (i >= w.size()) {
      return "";
    }
    String all = w.in(i);
    boolean quoted = w.is(i, TokenType.QUOTED_NAME) && all.length() > 1;
    String quote = all.substring(0, 1);
    return quoted ? all.substring(1, all.length() - 1).replace(quote + quote, quote) : all;
  }

  /// Whether a block reads a whole table since no index serves its conditions.
  static boolean reads(Scope scope, Block block) {
    return !Sargable.searches(scope, block).isEmpty();
  }

  /// `db.t` or `t`, in quotes where that must be.
  static String shown(Subject s, String schema, String name) {
    String table = Quote.nameIfNeeded(name, s.target().dialect());
    return schema.isEmpty()
        ? table
        : Quote.nameIfNeeded(schema, s.target().dialect()) + "." + table;
  }
}
