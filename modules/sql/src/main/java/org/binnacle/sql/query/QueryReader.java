package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.parser.AbstractJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import org.binnacle.sql.SqlModes;
import org.jspecify.annotations.Nullable;

/// Reads the facts of a query or write by JSqlParser. It gives no syntax verdict: it takes much
/// that servers refuse, and refuses some that they take.
public final class QueryReader {
  private QueryReader() {}

  /// Nothing where the text is no SELECT, INSERT, REPLACE, UPDATE or DELETE, or where JSqlParser
  /// does not read it.
  public static Optional<Query> read(String text) {
    return read(text, SqlModes.DEFAULT);
  }

  /// As {@link #read(String)}, where double quotes may hold names.
  public static Optional<Query> read(String written, SqlModes modes) {
    String text = Mending.names(written, modes);
    try {
      Statement statement = parse(text);
      if (statement != null) {
        return of(statement, text);
      }
      Optional<String> mended = Mending.of(text, modes);
      statement = mended.isEmpty() ? null : parse(mended.get());
      return statement == null ? Optional.empty() : of(statement, text);
    } catch (StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static @Nullable Statement parse(String text) {
    try {
      var parser = new CCJSqlParser(text);
      parser.withDialect(AbstractJSqlParser.Dialect.MYSQL);
      return parser.Statement();
    } catch (ParseException | RuntimeException e) {
      return null;
    }
  }

  private static Optional<Query> of(Statement statement, String text) {
    var blocks = new BlockReader(text);
    return switch (statement) {
      case Select select -> {
        blocks.select(select, Block.Place.STATEMENT, 0);
        yield Optional.of(
            new Query(
                Query.Verb.SELECT,
                List.of(),
                blocks.blocks(),
                blocks.unions(),
                List.of(),
                Optional.empty()));
      }
      case Update update -> Optional.of(update(update, blocks));
      case Delete delete -> Optional.of(delete(delete, blocks));
      case Insert insert -> Optional.of(insert(insert, blocks));
      case Upsert upsert -> Optional.of(replace(upsert, blocks));
      default -> Optional.empty();
    };
  }

  private static Query update(Update update, BlockReader blocks) {
    with(update.getWithItemsList(), blocks);
    int own = blocks.open();
    List<TableUse> tables = new ArrayList<>();
    List<Join> joins =
        new ArrayList<>(blocks.from().tables(update.getTable(), update.getStartJoins(), tables, 0));
    for (Join join : blocks.from().joins(update.getJoins(), 0)) {
      joins.add(join);
      tables.add(join.table());
    }
    List<Query.Assignment> set = assignments(update.getUpdateSets(), blocks);
    blocks.own(
        own,
        tables,
        joins,
        update.getWhere(),
        update.getOrderByElements(),
        update.getLimit(),
        update.getUpdateSets());
    List<TableUse> written = tables.stream().filter(t -> isWritten(t, tables, set)).toList();
    return new Query(
        Query.Verb.UPDATE, written, blocks.blocks(), blocks.unions(), set, Optional.empty());
  }

  private static boolean isWritten(TableUse table, List<TableUse> all, List<Query.Assignment> set) {
    return !table.derived()
        && (all.size() == 1
            || set.stream()
                .anyMatch(
                    a ->
                        a.column().table().isEmpty()
                            || a.column().table().equalsIgnoreCase(table.called())));
  }

  private static Query delete(Delete delete, BlockReader blocks) {
    with(delete.getWithItemsList(), blocks);
    int own = blocks.open();
    List<TableUse> tables = new ArrayList<>();
    List<Join> joins =
        new ArrayList<>(blocks.from().tables(delete.getTable(), List.of(), tables, 0));
    if (delete.getUsingFromItemList() != null) {
      for (FromItem item : delete.getUsingFromItemList()) {
        tables.add(blocks.from().from(item, 0));
      }
    }
    for (Join join : blocks.from().joins(delete.getJoins(), 0)) {
      joins.add(join);
      tables.add(join.table());
    }
    List<TableUse> written = new ArrayList<>();
    if (delete.getTables() == null || delete.getTables().isEmpty()) {
      written.add(tables.getFirst());
    } else {
      delete.getTables().forEach(t -> written.add(named(blocks.expressions().table(t), tables)));
    }
    blocks.own(
        own,
        tables,
        joins,
        delete.getWhere(),
        delete.getOrderByElements(),
        delete.getLimit(),
        List.of());
    return new Query(
        Query.Verb.DELETE, written, blocks.blocks(), blocks.unions(), List.of(), Optional.empty());
  }

  /// DELETE names its tables by their aliases.
  private static TableUse named(TableUse name, List<TableUse> tables) {
    return tables.stream()
        .filter(t -> t.called().equalsIgnoreCase(name.name()) && !t.derived())
        .findFirst()
        .map(t -> new TableUse(t.schema(), t.name(), t.alias(), false, name.span()))
        .orElse(name);
  }

  private static Query insert(Insert insert, BlockReader blocks) {
    with(insert.getWithItemsList(), blocks);
    boolean onDuplicate =
        (insert.getDuplicateUpdateSets() != null && !insert.getDuplicateUpdateSets().isEmpty())
            || insert.getDuplicateAction() != null;
    var set = new ArrayList<>(assignments(insert.getSetUpdateSets(), blocks));
    List<Query.Assignment> updates = assignments(insert.getDuplicateUpdateSets(), blocks);
    set.addAll(updates);
    return new Query(
        Query.Verb.INSERT,
        List.of(blocks.expressions().table(insert.getTable())),
        rowsOf(insert.getSelect(), blocks),
        blocks.unions(),
        set,
        Optional.of(
            new Query.Insert(
                columns(insert.getColumns(), blocks),
                rows(insert.getSelect(), blocks),
                isQuery(insert.getSelect()),
                onDuplicate,
                insert.isModifierIgnore(),
                updates)));
  }

  private static Query replace(Upsert upsert, BlockReader blocks) {
    return new Query(
        Query.Verb.REPLACE,
        List.of(blocks.expressions().table(upsert.getTable())),
        rowsOf(upsert.getSelect(), blocks),
        blocks.unions(),
        assignments(upsert.getUpdateSets(), blocks),
        Optional.of(
            new Query.Insert(
                columns(upsert.getColumns(), blocks),
                rows(upsert.getSelect(), blocks),
                isQuery(upsert.getSelect()),
                false,
                false,
                List.of())));
  }

  private static List<Block> rowsOf(@Nullable Select select, BlockReader blocks) {
    if (select != null && isQuery(select)) {
      blocks.select(select, Block.Place.STATEMENT, 0);
    } else if (select instanceof Values values) {
      blocks.inValues(values.getExpressions());
    }
    return blocks.blocks();
  }

  private static boolean isQuery(@Nullable Select select) {
    return select != null && !(select instanceof Values);
  }

  private static List<ColumnUse> columns(@Nullable List<Column> list, BlockReader blocks) {
    return list == null
        ? List.of()
        : list.stream().map(c -> blocks.expressions().column(c)).toList();
  }

  private static List<List<Operand>> rows(@Nullable Select select, BlockReader blocks) {
    if (!(select instanceof Values values)) {
      return List.of();
    }
    var rows = new ArrayList<List<Operand>>();
    boolean many = false;
    for (Object one : values.getExpressions()) {
      many |= one instanceof net.sf.jsqlparser.expression.operators.relational.ExpressionList<?>;
    }
    if (!many) {
      rows.add(blocks.expressions().operands(values.getExpressions()));
      return rows;
    }
    for (Object one : values.getExpressions()) {
      if (one instanceof net.sf.jsqlparser.expression.operators.relational.ExpressionList<?> row) {
        rows.add(blocks.expressions().operands(row));
      }
    }
    return rows;
  }

  private static List<Query.Assignment> assignments(
      @Nullable List<UpdateSet> sets, BlockReader blocks) {
    var all = new ArrayList<Query.Assignment>();
    if (sets != null) {
      for (UpdateSet set : sets) {
        int n = Math.min(set.getColumns().size(), set.getValues().size());
        for (int i = 0; i < n; i++) {
          all.add(
              new Query.Assignment(
                  blocks.expressions().column(set.getColumns().get(i)),
                  blocks.expressions().operand(set.getValues().get(i))));
        }
      }
    }
    return all;
  }

  private static void with(@Nullable List<WithItem<?>> items, BlockReader blocks) {
    blocks.with(items, 0);
  }
}
