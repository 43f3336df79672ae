package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.binnacle.review.Fix;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.Span;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.TableUse;
import org.jspecify.annotations.Nullable;

/// Which conditions an index can serve.
public final class Sargable {
  private static final Set<String> ARITHMETIC =
      Set.of("+", "-", "*", "/", "%", "DIV", "&", "|", "^", "<<", ">>");
  private static final Set<String> FORMS = Set.of("cast", "collate", "trim", "extract", "sign");

  private Sargable() {}

  /// Whether a side is computed of columns of one table: of one column where it is arithmetic,
  /// since that of several cannot be written otherwise.
  static boolean isComputed(Operand o) {
    if (o.columns().isEmpty() || o.hasAggregate()) {
      return false;
    }
    ColumnUse first = o.columns().getFirst();
    boolean one = o.columns().stream().allMatch(c -> c.table().equalsIgnoreCase(first.table()));
    return switch (o.kind()) {
      case FUNCTION -> one && !o.text().equals("values") && !o.text().equals("default");
      case EXPRESSION ->
          FORMS.contains(o.form())
              || (ARITHMETIC.contains(o.form()) && o.columns().size() == 1 && o.calls().isEmpty());
      default -> false;
    };
  }

  /// Whether a block has a condition that finds its rows anyway: a column held equal to a constant,
  /// with an index where the table is known.
  static boolean hasFinder(Scope scope, Block block) {
    for (Predicate p : block.conditions()) {
      boolean equal =
          !p.underOr()
              && !p.negated()
              && p.left().isColumn()
              && ((p.kind() == Predicate.Kind.COMPARE && p.operator().equals("="))
                  || p.kind() == Predicate.Kind.IN)
              && p.right().stream().allMatch(Operand::isConstant);
      if (equal) {
        Scope.Found f = scope.column(block, p.left()).orElse(null);
        if (f == null
            || Scope.begins(f.table(), Set.of(f.column().name().toLowerCase(Locale.ROOT)))) {
          return true;
        }
      }
    }
    return false;
  }

  /// What to write instead.
  static String advice(Operand side, ColumnUse column) {
    String c = column.name();
    return switch (side.kind() == Operand.Kind.FUNCTION ? side.text() : side.form()) {
      case "date", "year", "month", "date_format", "to_days", "unix_timestamp", "extract" ->
          " Write a range: " + c + " >= ... AND " + c + " < ...";
      case "lower", "upper", "lcase", "ucase" ->
          " A collation that ends in _ci compares so by itself.";
      case "left", "substr", "substring" -> " " + c + " LIKE '...%' finds a beginning.";
      case "ifnull", "coalesce" -> " Write " + c + " = ... OR " + c + " IS NULL.";
      case "+", "-", "*", "/" -> " Bring the numbers to the other side.";
      default -> "";
    };
  }

  /// `DATE(c) = 'day'` as a range.
  static Optional<Fix> fix(Predicate p, Operand side, List<Operand> others, Subject s) {
    boolean day =
        side.kind() == Operand.Kind.FUNCTION
            && side.text().equals("date")
            && side.parts().size() == 1
            && side.parts().getFirst().isColumn()
            && p.operator().equals("=")
            && !p.negated()
            && others.getFirst().kind() == Operand.Kind.STRING
            && others.getFirst().span().isPresent()
            && p.span().isPresent();
    if (!day) {
      return Optional.empty();
    }
    String column = side.parts().getFirst().span().map(x -> x.in(s.text())).orElse("");
    String value = others.getFirst().span().get().in(s.text());
    return column.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Said.fix(
                "write a range",
                false,
                p.span().get(),
                "(%s >= %s AND %s < %s + INTERVAL 1 DAY)".formatted(column, value, column, value)));
  }

  /// Columns of a table that a block asks for while no index begins with any of them.
  ///
  /// @param columns that it asks for
  /// @param inside the index that has one of them further behind
  public record Search(
      Table table, List<String> columns, Optional<IndexDef> inside, Optional<Span> span) {
    public Search {
      columns = List.copyOf(columns);
    }

    public String shown() {
      return String.join(", ", columns);
    }
  }

  /// What a block asks for without an index, table by table.
  public static List<Search> searches(Scope scope, Block block) {
    // A condition below OR may be served by an index merge, or not at all: nothing is said.
    if (block.conditions().stream().anyMatch(Predicate::underOr)) {
      return List.of();
    }
    var found = new ArrayList<Search>();
    for (TableUse use : block.tables()) {
      Table table = scope.table(use).orElse(null);
      if (table == null || isJoined(block, use)) {
        continue;
      }
      Map<String, Predicate> asked = new LinkedHashMap<>();
      for (Predicate p : block.where()) {
        Scope.Found f = served(scope, block, p);
        if (f != null && f.use().equals(use) && f.block().number() == block.number()) {
          asked.putIfAbsent(f.column().name().toLowerCase(Locale.ROOT), p);
        }
      }
      if (!asked.isEmpty() && !Scope.begins(table, asked.keySet()) && !hasOther(block, table)) {
        Optional<IndexDef> inside =
            table.indexes().stream()
                .filter(i -> i.visible() && i.isOrdered())
                .filter(
                    i ->
                        i.parts().stream()
                            .anyMatch(
                                k ->
                                    k.isColumn()
                                        && asked.containsKey(k.column().toLowerCase(Locale.ROOT))))
                .findFirst();
        found.add(
            new Search(
                table,
                List.copyOf(asked.keySet()),
                inside,
                asked.values().iterator().next().span()));
      }
    }
    return List.copyOf(found);
  }

  /// Tables that are read once for each row of another are the matter of their join.
  private static boolean isJoined(Block block, TableUse use) {
    return block.joins().stream().anyMatch(j -> j.table().equals(use) && j.type() == Join.Type.LEFT)
        || block.tables().size() > 1;
  }

  /// Whether another condition finds an index that is not one of plain columns.
  private static boolean hasOther(Block block, Table table) {
    return block.where().stream()
        .flatMap(p -> Stream.concat(Stream.of(p.left()), p.right().stream()))
        .anyMatch(
            o ->
                o.text().toLowerCase(Locale.ROOT).startsWith("match")
                    || (!o.isColumn()
                        && !o.columns().isEmpty()
                        && Scope.hasExpression(table, o.text())));
  }

  /// The column that an index could find by this condition.
  private static Scope.@Nullable Found served(Scope scope, Block block, Predicate p) {
    if (p.negated()) {
      return null;
    }
    boolean right = p.right().stream().allMatch(o -> isGiven(scope, block, o));
    return switch (p.kind()) {
      case COMPARE ->
          p.operator().equals("<>") || p.operator().equals("!=")
              ? null
              : right && p.left().isColumn()
                  ? scope.column(block, p.left()).orElse(null)
                  : isGiven(scope, block, p.left())
                      ? p.value().flatMap(v -> scope.column(block, v)).orElse(null)
                      : null;
      case IN, BETWEEN -> right ? scope.column(block, p.left()).orElse(null) : null;
      case IS_NULL -> scope.column(block, p.left()).orElse(null);
      case LIKE ->
          p.value()
                  .filter(
                      v ->
                          v.kind() == Operand.Kind.STRING
                              && !v.text().startsWith("%")
                              && !v.text().startsWith("_"))
                  .isPresent()
              ? scope.column(block, p.left()).orElse(null)
              : null;
      default -> null;
    };
  }

  /// Known before the rows of the block are read.
  private static boolean isGiven(Scope scope, Block block, Operand o) {
    return o.columns().stream()
        .allMatch(
            c ->
                scope
                    .column(block, c)
                    .filter(f -> f.block().number() != block.number())
                    .isPresent());
  }
}
