package org.binnacle.explain.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.TableUse;

/// What one query block wants of the indexes of one table.
final class TableWishes {
  private final Block block;
  private final TableUse use;
  private final TableInfo table;
  private final int most;
  private final Set<String> equal = new LinkedHashSet<>();
  private final Set<String> ranges = new LinkedHashSet<>();

  TableWishes(Block block, TableUse use, TableInfo table, int most) {
    this.block = block;
    this.use = use;
    this.table = table;
    this.most = most;
  }

  List<Candidate> candidates() {
    block.where().forEach(this::wish);
    for (Join join : block.joins()) {
      join.on().forEach(this::wish);
      join.using().forEach(name -> column(name).ifPresent(equal::add));
    }
    List<String> sort = sorted();
    var columns = new LinkedHashMap<String, String>();
    equal.stream()
        .sorted(Comparator.comparingDouble(this::distinct).reversed())
        .forEach(name -> columns.put(name, "="));
    boolean sortServes = !sort.isEmpty() && (ranges.isEmpty() || wantsFew());
    if (sortServes) {
      sort.forEach(name -> columns.putIfAbsent(name, "order"));
    } else {
      ranges.stream()
          .filter(name -> !columns.containsKey(name))
          .max(Comparator.comparingDouble(this::distinct))
          .ifPresent(name -> columns.put(name, "range"));
    }
    withoutKey(columns);
    if (columns.isEmpty()) {
      return List.of();
    }
    var found = new ArrayList<Candidate>();
    Map<String, String> plain = first(columns);
    boolean served = served(new ArrayList<>(plain.keySet()));
    Optional<Map<String, String>> covering = covering(plain);
    if (!served) {
      found.add(candidate(plain, covering.isPresent() && covering.get().equals(plain)));
    }
    covering
        .filter(wide -> !wide.equals(plain) && !served(new ArrayList<>(wide.keySet())))
        .ifPresent(wide -> found.add(candidate(wide, true)));
    return found;
  }

  /// InnoDB has the primary key behind the columns of every index: where that is one column it need
  /// not be said.
  private void withoutKey(Map<String, String> columns) {
    table
        .primaryKey()
        .filter(key -> key.columns().size() == 1 && columns.size() > 1)
        .filter(key -> table.engine().equalsIgnoreCase("InnoDB"))
        .ifPresent(key -> columns.remove(key.columns().getFirst()));
  }

  private Map<String, String> first(Map<String, String> columns) {
    var some = new LinkedHashMap<String, String>();
    columns.forEach(
        (name, why) -> {
          if (some.size() < most) {
            some.put(name, why);
          }
        });
    return some;
  }

  /// A small LIMIT is better served by the order than by a range.
  private boolean wantsFew() {
    return block.limit().isPresent();
  }

  private void wish(Predicate predicate) {
    if (predicate.underOr() || predicate.negated()) {
      return;
    }
    Operand left = predicate.left();
    switch (predicate.kind()) {
      case COMPARE -> {
        Optional<Operand> right = predicate.value();
        if (right.isEmpty()) {
          return;
        }
        compared(predicate.operator(), left, right.get());
        compared(mirrored(predicate.operator()), right.get(), left);
      }
      case IN -> own(left).ifPresent(equal::add);
      case IS_NULL -> own(left).ifPresent(equal::add);
      case BETWEEN -> own(left).ifPresent(ranges::add);
      case LIKE -> {
        boolean anchored =
            predicate
                .value()
                .filter(value -> value.kind() == Operand.Kind.STRING)
                .map(value -> !value.text().startsWith("%") && !value.text().startsWith("_"))
                .orElse(false);
        if (anchored) {
          own(left).ifPresent(ranges::add);
        }
      }
      default -> {}
    }
  }

  private void compared(String operator, Operand side, Operand other) {
    Optional<String> name = own(side);
    boolean elsewhere =
        other.isConstant()
            || other.kind() == Operand.Kind.SUBQUERY
            || other.columns().stream().noneMatch(column -> ownColumn(column).isPresent());
    if (name.isEmpty() || !elsewhere) {
      return;
    }
    switch (operator) {
      case "=", "<=>" -> equal.add(name.get());
      case "<", "<=", ">", ">=" -> ranges.add(name.get());
      default -> {}
    }
  }

  private static String mirrored(String operator) {
    return switch (operator) {
      case "<" -> ">";
      case "<=" -> ">=";
      case ">" -> "<";
      case ">=" -> "<=";
      default -> operator;
    };
  }

  /// The columns of GROUP BY, else of ORDER BY, where all are of this table and go one way.
  private List<String> sorted() {
    List<Operand> wanted =
        block.groupBy().isEmpty()
            ? block.orderBy().stream().map(Block.Order::operand).toList()
            : block.groupBy();
    boolean mixed =
        block.groupBy().isEmpty()
            && block.orderBy().stream().map(Block.Order::descending).distinct().count() > 1;
    var names = new ArrayList<String>();
    for (Operand operand : wanted) {
      Optional<String> name = own(operand);
      if (name.isEmpty() || mixed) {
        return List.of();
      }
      names.add(name.get());
    }
    return names;
  }

  private Optional<String> own(Operand operand) {
    return operand.isColumn() && operand.columns().size() == 1
        ? ownColumn(operand.columns().getFirst())
        : Optional.empty();
  }

  private Optional<String> ownColumn(ColumnUse column) {
    boolean mine =
        column.table().isEmpty()
            ? block.tables().size() == 1
            : column.table().equalsIgnoreCase(use.called());
    return mine ? column(column.name()) : Optional.empty();
  }

  private Optional<String> column(String name) {
    return table.column(name).map(ColumnInfo::name);
  }

  /// Distinct values as the statistics of an index that begins with the column tell; else a guess.
  private double distinct(String column) {
    double rows = table.rows().orElse(1_000);
    return table.indexes().stream()
        .filter(index -> !index.parts().isEmpty())
        .map(index -> index.parts().getFirst())
        .filter(part -> part.column().equalsIgnoreCase(column) && part.cardinality().isPresent())
        .mapToDouble(part -> part.cardinality().getAsLong())
        .max()
        .orElse(Math.sqrt(rows));
  }

  /// Whether a present index begins with the same columns, equal ones in any order, or the primary
  /// key does, whose columns every other index of InnoDB has behind its own.
  private boolean served(List<String> wanted) {
    return table.indexes().stream()
        .filter(index -> index.visible() && index.type().equals("BTREE"))
        .anyMatch(index -> begins(withPrimary(index), wanted));
  }

  private List<String> withPrimary(IndexInfo index) {
    var columns = new ArrayList<>(index.columns());
    if (!index.primary() && table.engine().equalsIgnoreCase("InnoDB")) {
      table.primaryKey().ifPresent(key -> columns.addAll(key.columns()));
    }
    return columns;
  }

  private boolean begins(List<String> present, List<String> wanted) {
    if (present.size() < wanted.size()) {
      return false;
    }
    int lookups = (int) wanted.stream().filter(equal::contains).count();
    Set<String> head = small(present.subList(0, lookups));
    return head.equals(small(wanted.subList(0, lookups)))
        && ordered(present.subList(lookups, wanted.size()))
            .equals(ordered(wanted.subList(lookups, wanted.size())));
  }

  private static Set<String> small(List<String> names) {
    return new LinkedHashSet<>(ordered(names));
  }

  private static List<String> ordered(List<String> names) {
    return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }

  /// The same index with all other columns that the block reads, where these are few.
  private Optional<Map<String, String>> covering(Map<String, String> plain) {
    var read = new LinkedHashSet<String>();
    for (Block.Item item : block.items()) {
      if (item.isStar()) {
        return Optional.empty();
      }
      item.operand().columns().forEach(column -> ownColumn(column).ifPresent(read::add));
    }
    block.where().forEach(predicate -> all(predicate, read));
    block.joins().forEach(join -> join.on().forEach(predicate -> all(predicate, read)));
    block.having().forEach(predicate -> all(predicate, read));
    block.orderBy().forEach(order -> add(order.operand(), read));
    block.groupBy().forEach(operand -> add(operand, read));
    var wide = new LinkedHashMap<>(plain);
    Set<String> key =
        table.primaryKey().map(IndexInfo::columns).map(TableWishes::small).orElse(Set.of());
    for (String name : read) {
      if (!key.contains(name.toLowerCase(Locale.ROOT))) {
        wide.putIfAbsent(name, "covers");
      }
    }
    boolean large =
        wide.keySet().stream()
            .flatMap(name -> table.column(name).stream())
            .anyMatch(column -> column.type().matches("(?i).*(text|blob|json|geometry).*"));
    return wide.size() > most || large || read.isEmpty() ? Optional.empty() : Optional.of(wide);
  }

  private void all(Predicate predicate, Set<String> read) {
    add(predicate.left(), read);
    predicate.right().forEach(operand -> add(operand, read));
  }

  private void add(Operand operand, Set<String> read) {
    operand.columns().forEach(column -> ownColumn(column).ifPresent(read::add));
  }

  private Candidate candidate(Map<String, String> columns, boolean covering) {
    List<String> names = List.copyOf(columns.keySet());
    List<String> redundant =
        table.indexes().stream()
            .filter(index -> !index.unique() && index.type().equals("BTREE"))
            .filter(index -> index.columns().size() < names.size())
            .filter(
                index ->
                    ordered(index.columns())
                        .equals(ordered(names.subList(0, index.columns().size()))))
            .map(IndexInfo::name)
            .toList();
    return new Candidate(
        table.schema(),
        table.name(),
        names,
        columns.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue()).toList(),
        covering,
        redundant,
        bytes(names),
        "one more index to write at each INSERT and DELETE, and at each UPDATE of "
            + String.join(", ", names));
  }

  /// Rows by the widths of the columns and of the primary key, at a fill of two thirds.
  private OptionalLong bytes(List<String> names) {
    if (table.rows().isEmpty()) {
      return OptionalLong.empty();
    }
    var all = new LinkedHashSet<>(names);
    table.primaryKey().ifPresent(key -> all.addAll(key.columns()));
    double width = 10;
    for (String name : all) {
      width += table.column(name).map(column -> Widths.of(column.type())).orElse(8.0);
    }
    return OptionalLong.of(Math.round(table.rows().getAsLong() * width * 1.5));
  }
}
