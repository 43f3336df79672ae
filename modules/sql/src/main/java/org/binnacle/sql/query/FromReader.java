package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import org.jspecify.annotations.Nullable;

/// The tables of a FROM and how they are joined.
final class FromReader {
  private final ExpressionReader expressions;
  private final BlockReader blocks;
  private final Set<String> ctes = new HashSet<>();

  /// @param blocks read the SELECTs that stand for tables
  FromReader(ExpressionReader expressions, BlockReader blocks) {
    this.expressions = expressions;
    this.blocks = blocks;
  }

  /// From here on a table of this name is that CTE.
  void cte(String name) {
    ctes.add(name.toLowerCase(Locale.ROOT));
  }

  /// The tables of FROM go to `tables`, in their order; those in brackets too.
  List<Join> tables(
      @Nullable FromItem first,
      @Nullable List<net.sf.jsqlparser.statement.select.Join> others,
      List<TableUse> tables,
      int depth) {
    var joins = new ArrayList<Join>();
    if (first != null) {
      tables.add(from(first, joins, depth));
      joins.forEach(j -> tables.add(j.table()));
    }
    for (Join one : joins(others, depth)) {
      joins.add(one);
      tables.add(one.table());
    }
    return joins;
  }

  /// @param inner where joins within brackets go
  private TableUse from(FromItem item, List<Join> inner, int depth) {
    String alias = item.getAlias() == null ? "" : ExpressionReader.bare(item.getAlias().getName());
    return switch (item) {
      case Table table -> known(expressions.table(table));
      case ParenthesedSelect select -> {
        blocks.select(select, Block.Place.DERIVED, depth + 1);
        yield new TableUse("", "", alias, true, Spans.of(select));
      }
      case ParenthesedFromItem brackets -> {
        TableUse first = from(brackets.getFromItem(), inner, depth);
        inner.addAll(joins(brackets.getJoins(), depth));
        yield first;
      }
      default -> new TableUse("", "", alias, true, Optional.empty());
    };
  }

  /// A CTE is no table.
  private TableUse known(TableUse use) {
    return use.schema().isEmpty() && ctes.contains(use.name().toLowerCase(Locale.ROOT))
        ? new TableUse("", use.name(), use.alias(), true, use.span())
        : use;
  }

  TableUse from(FromItem item, int depth) {
    return from(item, new ArrayList<>(), depth);
  }

  List<Join> joins(@Nullable List<net.sf.jsqlparser.statement.select.Join> all, int depth) {
    var joins = new ArrayList<Join>();
    if (all != null) {
      for (var one : all) {
        var inner = new ArrayList<Join>();
        TableUse table = from(one.getFromItem(), inner, depth);
        var on = new ArrayList<Predicate>();
        for (Expression e : one.getOnExpressions()) {
          on.addAll(expressions.predicates(e, new ArrayList<>(), depth));
        }
        List<String> using =
            one.getUsingColumns() == null
                ? List.of()
                : one.getUsingColumns().stream()
                    .map(c -> ExpressionReader.bare(c.getColumnName()))
                    .toList();
        joins.add(new Join(type(one), table, on, using));
        joins.addAll(inner);
      }
    }
    return joins;
  }

  private static Join.Type type(net.sf.jsqlparser.statement.select.Join join) {
    if (join.isSimple()) {
      return Join.Type.COMMA;
    }
    if (join.isNatural()) {
      return Join.Type.NATURAL;
    }
    if (join.isLeft()) {
      return Join.Type.LEFT;
    }
    if (join.isRight()) {
      return Join.Type.RIGHT;
    }
    return join.isCross()
        ? Join.Type.CROSS
        : join.isStraight() ? Join.Type.STRAIGHT : Join.Type.INNER;
  }
}
