package org.binnacle.review.rule.query;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.binnacle.review.Level;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Join;
import org.binnacle.sql.query.TableUse;
import org.jspecify.annotations.Nullable;

/// What the server does where two text columns of different collations are compared (MySQL 8.4
/// manual, 12.8.4).
final class Collations {
  private static final Map<String, String> STANDARD =
      Map.of(
          "utf8mb3", "utf8mb3_general_ci",
          "latin1", "latin1_swedish_ci",
          "ascii", "ascii_general_ci",
          "ucs2", "ucs2_general_ci",
          "binary", "binary");

  private Collations() {}

  static Optional<Typed.Trouble> compared(Subject s, Typed one, Typed two) {
    return one.sort() == Typed.Sort.TEXT && two.sort() == Typed.Sort.TEXT
        ? compared(s.target().version(), one.column(), two.column())
        : Optional.empty();
  }

  /// Columns that USING compares.
  static Optional<Typed.Trouble> using(Scope scope, Block block, Join join, String column) {
    ColumnUse use = new ColumnUse("", column, Optional.empty());
    Scope.Found right = found(scope, block, join.table(), use);
    for (TableUse t : block.tables()) {
      if (t.equals(join.table())) {
        break;
      }
      Scope.Found left = found(scope, block, t, use);
      if (left != null && right != null && isText(left) && isText(right)) {
        return compared(80000, left, right);
      }
    }
    return Optional.empty();
  }

  private static Scope.@Nullable Found found(
      Scope scope, Block block, TableUse use, ColumnUse column) {
    Table table = scope.table(use).orElse(null);
    ColumnDef c = table == null ? null : table.column(column.name()).orElse(null);
    return table == null || c == null ? null : new Scope.Found(block, use, table, c);
  }

  private static boolean isText(Scope.Found f) {
    return f.column().type().isText() || f.column().type().is("char", "varchar");
  }

  private static Optional<Typed.Trouble> compared(
      int version, Scope.@Nullable Found one, Scope.@Nullable Found two) {
    if (one == null || two == null) {
      return Optional.empty();
    }
    String a = of(one, version);
    String b = of(two, version);
    if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
      return Optional.empty();
    }
    String both = "%s is %s, %s is %s".formatted(one.shown(), a, two.shown(), b);
    String setA = Table.charsetOf(a);
    String setB = Table.charsetOf(b);
    if (!setA.equals(setB)) {
      if (setA.equals("binary")
          || setB.equals("binary")
          || setA.equals("ascii")
          || setB.equals("ascii")) {
        return Optional.empty();
      }
      Scope.Found narrow = setA.startsWith("utf8mb4") ? two : one;
      return trouble(
          Level.ERROR,
          both + ": " + narrow.shown() + " is converted in every row, its index is not used.");
    }
    if (a.endsWith("_bin") || b.endsWith("_bin")) {
      Scope.Found other = a.endsWith("_bin") ? two : one;
      return trouble(
          Level.WARNING,
          both + ": bytes are compared, the index on " + other.shown() + " is not used.");
    }
    return trouble(Level.ERROR, both + ": the server refuses to compare them (1267).");
  }

  private static Optional<Typed.Trouble> trouble(Level level, String message) {
    return Optional.of(new Typed.Trouble(level, message, false));
  }

  /// A column's collation; empty where nobody said.
  private static String of(Scope.Found f, int version) {
    Optional<String> own = f.column().collation();
    Optional<String> charset = f.column().type().charset();
    if (own.isEmpty() && charset.isEmpty()) {
      own = f.table().options().value("collate");
      charset = f.table().charset();
    }
    if (own.isPresent()) {
      return normal(own.get());
    }
    return charset.map(c -> standard(normal(c), version)).orElse("");
  }

  private static String standard(String charset, int version) {
    return charset.equals("utf8mb4")
        ? version >= 80000 && version < 100_000 ? "utf8mb4_0900_ai_ci" : "utf8mb4_general_ci"
        : STANDARD.getOrDefault(charset, "");
  }

  private static String normal(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.equals("utf8")
        ? "utf8mb3"
        : small.startsWith("utf8_") ? "utf8mb3_" + small.substring(5) : small;
  }
}
