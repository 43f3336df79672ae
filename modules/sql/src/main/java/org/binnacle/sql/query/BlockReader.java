package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.binnacle.sql.Span;
import org.jspecify.annotations.Nullable;

/// The SELECTs of a statement, nested ones included.
final class BlockReader {
  /// Stands for a block whose parts are being read.
  private static final Block OPEN =
      new Block(
          -1,
          -1,
          Block.Place.STATEMENT,
          0,
          List.of(),
          List.of(),
          List.of(),
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of(),
          Optional.empty());

  private final ExpressionReader expressions;
  private final FromReader from;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Union> unions = new ArrayList<>();
  private int current = -1;

  BlockReader(String text) {
    this.expressions = new ExpressionReader(text, this);
    this.from = new FromReader(expressions, this);
  }

  /// What reads the tables of FROM.
  FromReader from() {
    return from;
  }

  ExpressionReader expressions() {
    return expressions;
  }

  List<Block> blocks() {
    return blocks;
  }

  List<Union> unions() {
    return unions;
  }

  /// Keeps a place for a block; those that are read until it is closed are nested in it.
  int open() {
    blocks.add(OPEN);
    current = blocks.size() - 1;
    return current;
  }

  private void close(Block block) {
    blocks.set(block.number(), block);
    current = block.outer();
  }

  void with(@Nullable List<WithItem<?>> items, int depth) {
    if (items != null) {
      for (WithItem<?> item : items) {
        from.cte(ExpressionReader.bare(item.getAliasName()));
        if (item.getParenthesedStatement() instanceof ParenthesedSelect select) {
          select(select, Block.Place.CTE, depth + 1);
        }
      }
    }
  }

  void select(Select select, Block.Place place, int depth) {
    with(select.getWithItemsList(), depth);
    switch (select) {
      case PlainSelect plain -> plain(plain, place, depth, false);
      case ParenthesedSelect brackets -> select(brackets.getSelect(), place, depth);
      case SetOperationList all -> union(all, place, depth);
      default -> {}
    }
  }

  private void union(SetOperationList all, Block.Place place, int depth) {
    var parts = new ArrayList<Integer>();
    List<Select> selects = all.getSelects();
    for (int i = 0; i < selects.size(); i++) {
      Select one = selects.get(i);
      parts.add(blocks.size());
      if (one instanceof PlainSelect plain) {
        plain(plain, Block.Place.UNION_PART, depth, i == selects.size() - 1);
      } else {
        select(one, Block.Place.UNION_PART, depth);
      }
    }
    // JSqlParser gives what stands behind the last SELECT to that SELECT.
    PlainSelect last = selects.getLast() instanceof PlainSelect plain ? plain : null;
    List<OrderByElement> order =
        all.getOrderByElements() == null && last != null
            ? last.getOrderByElements()
            : all.getOrderByElements();
    Limit limit = all.getLimit() == null && last != null ? last.getLimit() : all.getLimit();
    unions.add(
        new Union(
            place,
            depth,
            parts,
            all.getOperations().stream().map(BlockReader::operator).toList(),
            orders(order),
            limit == null ? Optional.empty() : expressions.optional(limit.getRowCount()),
            Spans.of(all)));
  }

  private static Union.Operator operator(SetOperation one) {
    String words = one.toString().toUpperCase(Locale.ROOT);
    String word = words.indexOf(' ') < 0 ? words : words.substring(0, words.indexOf(' '));
    Optional<Span> span = Spans.of(one).map(s -> new Span(s.start(), s.start() + word.length()));
    return new Union.Operator(word, one.isAll(), one.isDistinct(), span);
  }

  private void plain(PlainSelect select, Block.Place place, int depth, boolean lastOfUnion) {
    int outer = current;
    int number = open();
    var tables = new ArrayList<TableUse>();
    List<Join> joins = from.tables(select.getFromItem(), select.getJoins(), tables, depth);
    var calls = new ArrayList<Block.Call>();
    var items = new ArrayList<Block.Item>();
    for (SelectItem<?> item : select.getSelectItems()) {
      Alias alias = item.getAlias();
      items.add(
          new Block.Item(
              expressions.operand(item.getExpression()),
              alias == null ? "" : ExpressionReader.bare(alias.getName()),
              alias != null && alias.isUseAs()));
      expressions.calls(item.getExpression(), calls, Block.Place.SCALAR, depth);
    }
    List<Predicate> where = expressions.predicates(select.getWhere(), calls, depth);
    List<Predicate> having = expressions.predicates(select.getHaving(), calls, depth);
    var group = new ArrayList<Operand>();
    if (select.getGroupBy() != null && select.getGroupBy().getGroupByExpressionList() != null) {
      for (Object one : select.getGroupBy().getGroupByExpressionList()) {
        group.add(expressions.operand((Expression) one));
        expressions.calls((Expression) one, calls, Block.Place.SCALAR, depth);
      }
    }
    List<OrderByElement> order = lastOfUnion ? null : select.getOrderByElements();
    orderCalls(order, calls, depth);
    Limit limit = lastOfUnion ? null : select.getLimit();
    close(
        new Block(
            number,
            outer,
            place,
            depth,
            tables,
            joins,
            items,
            select.getDistinct() != null,
            where,
            having,
            group,
            orders(order),
            limit == null ? Optional.empty() : expressions.optional(limit.getRowCount()),
            lastOfUnion ? Optional.empty() : offset(select, limit),
            select.getForMode() != null,
            calls,
            Spans.of(select)));
  }

  private void orderCalls(@Nullable List<OrderByElement> order, List<Block.Call> calls, int depth) {
    if (order != null) {
      order.forEach(o -> expressions.calls(o.getExpression(), calls, Block.Place.SCALAR, depth));
    }
  }

  /// The subqueries among the values of VALUES.
  void inValues(Iterable<?> values) {
    for (Object one : values) {
      if (one instanceof ExpressionList<?> row) {
        inValues(row);
      } else if (one instanceof ParenthesedSelect select) {
        select(select, Block.Place.SCALAR, 1);
      }
    }
  }

  private Optional<Operand> offset(PlainSelect select, @Nullable Limit limit) {
    if (limit != null && limit.getOffset() != null) {
      return expressions.optional(limit.getOffset());
    }
    return select.getOffset() == null
        ? Optional.empty()
        : expressions.optional(select.getOffset().getOffset());
  }

  /// The conditions of an UPDATE or DELETE, whose tables were read since it was opened.
  void own(
      int number,
      List<TableUse> tables,
      List<Join> joins,
      @Nullable Expression where,
      @Nullable List<OrderByElement> order,
      @Nullable Limit limit,
      List<UpdateSet> sets) {
    var calls = new ArrayList<Block.Call>();
    List<Predicate> predicates = expressions.predicates(where, calls, 0);
    for (UpdateSet set : sets) {
      for (Expression value : set.getValues()) {
        expressions.calls(value, calls, Block.Place.SCALAR, 0);
      }
    }
    orderCalls(order, calls, 0);
    close(
        new Block(
            number,
            -1,
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
}
