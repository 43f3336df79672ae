package org.binnacle.review.rule.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.IndexDef;
import org.binnacle.sql.ddl.KeyPart;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;
import org.jspecify.annotations.Nullable;

/// The tables and columns that the names of a query mean, as far as the schema knows them.
public final class Scope {
  private final Subject subject;
  private final Query query;

  private Scope(Subject subject, Query query) {
    this.subject = subject;
    this.query = query;
  }

  public static Scope of(Subject subject, Query query) {
    return new Scope(subject, query);
  }

  /// A column of a base table.
  ///
  /// @param block where the table stands
  public record Found(Block block, TableUse use, Table table, ColumnDef column) {
    /// `orders.status`
    public String shown() {
      return table.name() + "." + column.name();
    }

    public boolean isSameTable(Found other) {
      return use.equals(other.use) && block.number() == other.block.number();
    }
  }

  /// A base table with its columns; nothing for views, derived tables and what is not known.
  public Optional<Table> table(TableUse use) {
    if (use.derived() || use.name().isEmpty()) {
      return Optional.empty();
    }
    return subject.table(name(subject, use)).filter(t -> !t.view());
  }

  public static TableName name(Subject subject, TableUse use) {
    Optional<String> schema = use.schema().isEmpty() ? Optional.empty() : Optional.of(use.schema());
    return new TableName(schema, use.name(), subject.whole());
  }

  /// What a column name means within a block: a column of its tables, else of a block around it.
  public Optional<Found> column(Block block, ColumnUse column) {
    Block at = block;
    while (true) {
      List<Found> here = new ArrayList<>();
      boolean named = false;
      for (TableUse use : at.tables()) {
        if (column.table().isEmpty() || use.called().equalsIgnoreCase(column.table())) {
          named |= !column.table().isEmpty();
          Table table = table(use).orElse(null);
          if (table != null) {
            Block in = at;
            table.column(column.name()).ifPresent(c -> here.add(new Found(in, use, table, c)));
          }
        }
      }
      if (here.size() == 1) {
        return Optional.of(here.getFirst());
      }
      if (!here.isEmpty() || named || at.outer() < 0) {
        return Optional.empty();
      }
      at = query.blocks().get(at.outer());
    }
  }

  public Optional<Found> column(Block block, Operand operand) {
    return operand.isColumn() ? column(block, operand.columns().getFirst()) : Optional.empty();
  }

  /// Whether all tables of a block are base tables that are known.
  public boolean knows(Block block) {
    return block.tables().stream().allMatch(t -> table(t).isPresent());
  }

  /// Columns of a table that a block holds equal to something known before the table is read:
  /// constants, and where `joins` is set columns of other tables.
  public Set<String> fixed(Block block, TableUse use, boolean joins) {
    var fixed = new HashSet<String>();
    for (Predicate p : block.conditions()) {
      if (p.underOr() || p.negated()) {
        continue;
      }
      boolean equal =
          (p.kind() == Predicate.Kind.COMPARE
                  && (p.operator().equals("=") || p.operator().equals("<=>")))
              || (p.kind() == Predicate.Kind.IN && p.right().size() == 1)
              || p.kind() == Predicate.Kind.IS_NULL;
      if (equal) {
        fix(block, use, p.left(), p.value().orElse(null), joins, fixed);
        p.value().ifPresent(v -> fix(block, use, v, p.left(), joins, fixed));
      }
    }
    for (Join join : joins ? block.joins() : List.<Join>of()) {
      join.using().forEach(c -> fixed.add(small(c)));
    }
    return fixed;
  }

  private void fix(
      Block block,
      TableUse use,
      Operand side,
      @Nullable Operand other,
      boolean joins,
      Set<String> fixed) {
    Found own = column(block, side).filter(f -> f.use().equals(use)).orElse(null);
    if (own == null || (other != null && other.kind() == Operand.Kind.SUBQUERY && !joins)) {
      return;
    }
    boolean known =
        other == null
            || other.columns().stream()
                .allMatch(
                    c -> {
                      Found f = column(block, c).orElse(null);
                      return f == null
                          ? joins
                          : f.block().number() != block.number() || (joins && !f.use().equals(use));
                    });
    if (known) {
      fixed.add(small(own.column().name()));
    }
  }

  /// Whether a block reads at most one row of a table: a unique key is held equal to constants.
  public boolean isPoint(Block block, TableUse use) {
    Table table = table(use).orElse(null);
    if (table == null) {
      return false;
    }
    Set<String> fixed = fixed(block, use, false);
    return !fixed.isEmpty()
        && table.indexes().stream().anyMatch(i -> i.isUnique() && covers(i, fixed));
  }

  /// Whether all parts of an index are among these columns.
  public static boolean covers(IndexDef index, Set<String> columns) {
    return !index.parts().isEmpty()
        && index.parts().stream()
            .allMatch(
                p -> p.isColumn() && p.prefix().isEmpty() && columns.contains(small(p.column())));
  }

  /// Whether an index begins with one of these columns; InnoDB makes one for each foreign key.
  public static boolean begins(Table table, Set<String> columns) {
    return table.indexes().stream()
            .filter(i -> i.visible() && i.isOrdered() && !i.parts().isEmpty())
            .map(i -> i.parts().getFirst())
            .anyMatch(p -> p.isColumn() && columns.contains(small(p.column())))
        || table.foreignKeys().stream()
            .anyMatch(
                f -> !f.columns().isEmpty() && columns.contains(small(f.columns().getFirst())));
  }

  /// Whether an index or an indexed generated column holds this expression (MySQL 8.4 manual,
  /// 15.1.15 and 10.3.11).
  public static boolean hasExpression(Table table, String expression) {
    String wanted = bare(expression);
    for (IndexDef index : table.indexes()) {
      for (KeyPart part : index.parts()) {
        String held =
            part.isColumn()
                ? table
                    .column(part.column())
                    .flatMap(ColumnDef::generated)
                    .map(ColumnDef.Generated::expression)
                    .orElse("")
                : part.expression().orElse("");
        if (!held.isEmpty() && bare(held).equals(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Without what may be written or not: space, quotes of names, outer brackets, the table.
  private static String bare(String expression) {
    String all = expression.replaceAll("[\\s`]", "").toLowerCase(Locale.ROOT);
    while (all.startsWith("(") && all.endsWith(")") && closesLast(all)) {
      all = all.substring(1, all.length() - 1);
    }
    return all.replaceAll("\\b\\w+\\.", "");
  }

  private static boolean closesLast(String all) {
    int depth = 0;
    for (int i = 0; i < all.length() - 1; i++) {
      depth += all.charAt(i) == '(' ? 1 : all.charAt(i) == ')' ? -1 : 0;
      if (depth == 0) {
        return false;
      }
    }
    return true;
  }

  /// Whether a snapshot says that a table has fewer rows than this.
  public static boolean isSmall(Table table, int rows) {
    return table.size().filter(s -> s.rows() < rows).isPresent();
  }

  /// `PRIMARY (id), k (a, b)`; `no index` where there is none.
  public static String indexes(Table table) {
    var all = new ArrayList<String>();
    for (IndexDef i : table.indexes()) {
      all.add(
          (i.name().isEmpty() && i.kind() != IndexDef.Kind.PRIMARY ? "" : i.shown() + " ")
              + i.shownParts());
    }
    for (var f : table.foreignKeys()) {
      if (!begins(table.indexes(), f.columns())) {
        all.add("the foreign key's (" + String.join(", ", f.columns()) + ")");
      }
    }
    if (all.isEmpty()) {
      return "no index";
    }
    return all.size() > 6
        ? String.join(", ", all.subList(0, 6)) + " and " + (all.size() - 6) + " more"
        : String.join(", ", all);
  }

  private static boolean begins(List<IndexDef> indexes, List<String> columns) {
    return indexes.stream()
        .anyMatch(
            i ->
                i.parts().size() >= columns.size()
                    && IntStream.range(0, columns.size())
                        .allMatch(n -> i.parts().get(n).isOn(columns.get(n))));
  }

  static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
