package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/// The SELECTs of a statement, nested ones included.
final class BlockReader {
  private final ExpressionReader expressions;
  private final List<Block> blocks = new ArrayList<>();

  BlockReader(String text) {
    this.expressions = new ExpressionReader(text, this);
  }

  ExpressionReader expressions() {
    return expressions;
  }

  List<Block> blocks() {
    return blocks;
  }

  void with(@Nullable List<WithItem<?>> items, int depth) {
    if (items != null) {
      for (WithItem<?> item : items) {
        if (item.getParenthesedStatement() instanceof ParenthesedSelect select) {
          select(select, Block.Place.CTE, depth + 1);
        }
      }
    }
  }

  void select(Select select, Block.Place place, int depth) {
    with(select.getWithItemsList(), depth);
    switch (select) {
      case PlainSelect plain -> plain(plain, place, depth);
      case ParenthesedSelect brackets -> select(brackets.getSelect(), place, depth);
      case SetOperationList all ->
          all.getSelects().forEach(one -> select(one, Block.Place.UNION_PART, depth));
      default -> {}
    }
  }

  private void plain(PlainSelect select, Block.Place place, int depth) {
    int slot = blocks.size();
    var tables = new ArrayList<TableUse>();
    if (select.getFromItem() != null) {
      tables.add(from(select.getFromItem(), depth));
    }
    List<Join> joins = joins(select.getJoins(), depth);
    joins.forEach(j -> tables.add(j.table()));
    var calls = new ArrayList<Block.Call>();
    var items = new ArrayList<Block.Item>();
    for (SelectItem<?> item : select.getSelectItems()) {
      String alias = item.getAlias() == null ? "" : item.getAlias().getName();
      items.add(new Block.Item(expressions.operand(item.getExpression()), alias));
      expressions.calls(item.getExpression(), calls, Block.Place.SCALAR, depth);
    }
    List<Predicate> where = expressions.predicates(select.getWhere(), calls, depth);
    List<Predicate> having = expressions.predicates(select.getHaving(), calls, depth);
    var group = new ArrayList<Operand>();
    if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
      for (Object one : select.getGroupBy().getGroupByExpressionList()) {
        group.add(expressions.operand((Expression) one));
      }
    }
    Limit limit = select.getLimit();
    blocks.add(
        Math.min(slot, blocks.size()),
        new Block(
            place,
            depth,
            tables,
            joins,
            items,
            select.getDistinct() != null,
            where,
            having,
            group,
            orders(select.getOrderByElements()),
            limit == null ? Optional.empty() : expressions.optional(limit.getRowCount()),
            offset(select, limit),
            select.getForMode() != null,
            calls,
            ExpressionReader.span(select)));
  }

  private Optional<Operand> offset(PlainSelect select, @Nullable Limit limit) {
    if (limit != null && limit.getOffset() != null) {
      return expressions.optional(limit.getOffset());
    }
    return select.getOffset() == null
        ? Optional.empty()
        : expressions.optional(select.getOffset().getOffset());
  }

  /// The tables and conditions of UPDATE and DELETE.
  void own(
      List<TableUse> tables,
      List<Join> joins,
      @Nullable Expression where,
      @Nullable List<OrderByElement> order,
      @Nullable Limit limit,
      List<UpdateSet> sets) {
    int slot = blocks.size();
    var calls = new ArrayList<Block.Call>();
    List<Predicate> predicates = expressions.predicates(where, calls, 0);
    for (UpdateSet set : sets) {
      for (Expression value : set.getValues()) {
        expressions.calls(value, calls, Block.Place.SCALAR, 0);
      }
    }
    blocks.add(
        slot,
        new Block(
            Block.Place.STATEMENT,
            0,
            tables,
            joins,
            List.of(),
            false,
            predicates,
            List.of(),
            List.of(),
            orders(order),
            limit == null ? Optional.empty() : expressions.optional(limit.getRowCount()),
            Optional.empty(),
            false,
            calls,
            Optional.empty()));
  }

  private List<Block.Order> orders(@Nullable List<OrderByElement> all) {
    return all == null
        ? List.of()
        : all.stream()
            .map(o -> new Block.Order(expressions.operand(o.getExpression()), !o.isAsc()))
            .toList();
  }

  TableUse from(FromItem item, int depth) {
    String alias = item.getAlias() == null ? "" : ExpressionReader.bare(item.getAlias().getName());
    return switch (item) {
      case Table table -> expressions.table(table);
      case ParenthesedSelect select -> {
        select(select, Block.Place.DERIVED, depth + 1);
        yield new TableUse("", "", alias, true, ExpressionReader.span(select));
      }
      case ParenthesedFromItem brackets -> from(brackets.getFromItem(), depth);
      default -> new TableUse("", "", alias, true, Optional.empty());
    };
  }

  List<Join> joins(@Nullable List<net.sf.jsqlparser.statement.select.Join> all, int depth) {
    var joins = new ArrayList<Join>();
    if (all != null) {
      for (var one : all) {
        TableUse table = from(one.getFromItem(), depth);
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
