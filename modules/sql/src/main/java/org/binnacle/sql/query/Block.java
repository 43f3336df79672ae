package org.binnacle.sql.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.binnacle.sql.Span;

/// One SELECT, or the tables and conditions of an UPDATE or DELETE.
///
/// @param number its index in {@link Query#blocks}
/// @param outer the number of the block that it is nested in; -1 where there is none
/// @param place where it stands in the statement
/// @param depth 0 for the statement's own, 1 for subqueries in it, and so on
/// @param tables the first of FROM and all joined ones
/// @param items of the select list
/// @param offset of LIMIT, 0 where there is none
/// @param functions all calls in it, names in lower case, nested queries left out
public record Block(
    int number,
    int outer,
    Place place,
    int depth,
    List<TableUse> tables,
    List<Join> joins,
    List<Item> items,
    boolean distinct,
    List<Predicate> where,
    List<Predicate> having,
    List<Operand> groupBy,
    List<Order> orderBy,
    Optional<Operand> limit,
    Optional<Operand> offset,
    boolean locks,
    List<Call> functions,
    Optional<Span> span) {

  public enum Place {
    STATEMENT,
    UNION_PART,
    DERIVED,
    CTE,
    /// Below IN, ANY, ALL or a comparison of WHERE, ON or HAVING.
    CONDITION,
    EXISTS,
    /// In the select list or in SET.
    SCALAR
  }

  /// @param operand `*` has the kind EXPRESSION and the text `*` or `t.*`
  /// @param as whether AS stands before the alias
  public record Item(Operand operand, String alias, boolean as) {
    public boolean isStar() {
      return operand.text().equals("*") || operand.text().endsWith(".*");
    }
  }

  public record Order(Operand operand, boolean descending) {}

  /// @param args its arguments; that of `count(*)` has the text `*`
  public record Call(String name, List<Operand> args, boolean distinct, Optional<Span> span) {
    public Call {
      args = List.copyOf(args);
    }

    public int arguments() {
      return args.size();
    }

    public boolean isAggregate() {
      return Aggregates.is(name);
    }
  }

  public Block {
    tables = List.copyOf(tables);
    joins = List.copyOf(joins);
    items = List.copyOf(items);
    where = List.copyOf(where);
    having = List.copyOf(having);
    groupBy = List.copyOf(groupBy);
    orderBy = List.copyOf(orderBy);
    functions = List.copyOf(functions);
  }

  /// The conditions of WHERE and of the joins.
  public List<Predicate> conditions() {
    if (joins.stream().allMatch(j -> j.on().isEmpty())) {
      return where;
    }
    var all = new ArrayList<>(where);
    joins.forEach(j -> all.addAll(j.on()));
    return all;
  }

  public boolean hasAggregate() {
    return functions.stream().anyMatch(Call::isAggregate);
  }

  /// The table that a column is of, where its prefix or the lack of other tables tells.
  public Optional<TableUse> tableOf(ColumnUse column) {
    if (column.table().isEmpty()) {
      return tables.size() == 1 ? Optional.of(tables.getFirst()) : Optional.empty();
    }
    return tables.stream().filter(t -> t.called().equalsIgnoreCase(column.table())).findFirst();
  }
}
