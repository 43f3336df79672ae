package org.binnacle.review.ddl;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.parse.Target;

/// A column redefined by MODIFY or CHANGE.
public final class ColumnChange {
  private final Target target;
  private final Table table;
  private final ColumnDef from;
  private final ColumnDef to;
  private final boolean placed;

  /// @param placed whether FIRST or AFTER is written: it is taken for a move
  public ColumnChange(Target target, Table table, ColumnDef from, ColumnDef to, boolean placed) {
    this.target = target;
    this.table = table;
    this.from = from;
    this.to = to;
    this.placed = placed;
  }

  /// What the new definition leaves away that the old one had: the server drops it silently.
  public static List<String> lost(ColumnDef from, ColumnDef to) {
    var lost = new java.util.ArrayList<String>();
    if (!from.isNullable() && to.isNullable() && to.nullable().isEmpty() && !from.primaryKey()) {
      lost.add("NOT NULL");
    }
    from.defaultText()
        .filter(d -> !d.equalsIgnoreCase("NULL") && to.defaultText().isEmpty())
        .ifPresent(d -> lost.add("DEFAULT " + d));
    from.onUpdateText()
        .filter(d -> to.onUpdateText().isEmpty())
        .ifPresent(d -> lost.add("ON UPDATE " + d));
    from.comment()
        .filter(c -> !c.isEmpty() && to.comment().isEmpty())
        .ifPresent(c -> lost.add("COMMENT"));
    if (from.autoIncrement() && !to.autoIncrement()) {
      lost.add("AUTO_INCREMENT");
    }
    if (from.type().unsigned()
        && !to.type().unsigned()
        && from.type().name().equals(to.type().name())) {
      lost.add("UNSIGNED");
    }
    boolean charset = to.type().charset().isPresent() || to.collation().isPresent();
    if (to.type().isCharacter() && !charset) {
      from.collation()
          .map(c -> "COLLATE " + c)
          .or(() -> from.type().charset().map(c -> "CHARACTER SET " + c))
          .ifPresent(lost::add);
    }
    return lost;
  }

  /// Whether values of the old type may not fit the new one.
  public boolean narrows() {
    ColumnType a = from.type();
    ColumnType b = to.type();
    if (a.isInteger() && b.isInteger()) {
      return bytes(b) < bytes(a) || a.unsigned() != b.unsigned();
    }
    if (a.name().equals(b.name()) && a.length().isPresent() && b.length().isPresent()) {
      return b.length().get() < a.length().get() || b.scale().orElse(0) < a.scale().orElse(0);
    }
    boolean textual = a.isCharacter() && (b.isText() || b.is("varchar", "char"));
    if (textual) {
      return capacity(b) < capacity(a);
    }
    return !a.name().equals(b.name());
  }

  private static long capacity(ColumnType type) {
    return switch (type.name()) {
      case "tinytext" -> 255;
      case "text" -> 65_535;
      case "mediumtext" -> 16_777_215;
      case "longtext" -> 4_294_967_295L;
      case "enum", "set" -> 0;
      default -> type.length().orElse(1);
    };
  }

  /// Whether the type, its length, its values or its character set change.
  public boolean changesType() {
    ColumnType a = from.type();
    ColumnType b = to.type();
    boolean width = a.isInteger() && b.isInteger() && a.name().equals(b.name());
    return !a.name().equals(b.name())
        || a.unsigned() != b.unsigned()
        || !(width || (a.length().equals(b.length()) && a.scale().equals(b.scale())))
        || !a.values().equals(b.values())
        || (b.isCharacter() && !charset(from).equals(charset(to)))
        || (b.isCharacter() && !collation(from).equals(collation(to)));
  }

  private Optional<String> collation(ColumnDef column) {
    return column.collation().or(() -> table.options().value("collate"));
  }

  private String charset(ColumnDef column) {
    return Charsets.same(table.charset(column));
  }

  private static int bytes(ColumnType type) {
    return switch (type.name()) {
      case "tinyint" -> 1;
      case "smallint" -> 2;
      case "mediumint" -> 3;
      case "int" -> 4;
      default -> 8;
    };
  }

  Cost cost() {
    if (from.generated().isPresent() || to.generated().isPresent()) {
      return Cost.copy("a generated column is defined anew");
    }
    Cost cost = type();
    if (from.isNullable() != to.isNullable() && !isKey()) {
      cost = cost.with(Cost.rebuild("NULL or NOT NULL changes"));
    }
    if (from.autoIncrement() != to.autoIncrement()) {
      cost = cost.with(Cost.copy("AUTO_INCREMENT changes"));
    }
    if (placed) {
      cost = cost.with(Cost.rebuild("columns are put in another order"));
    }
    if (!from.name().equalsIgnoreCase(to.name())) {
      cost = cost.with(target.isAtLeast(80_028) ? Cost.instant() : Cost.inPlace());
    }
    return cost;
  }

  private boolean isKey() {
    return table
        .primaryKey()
        .filter(k -> k.parts().stream().anyMatch(p -> p.isOn(from.name())))
        .isPresent();
  }

  private Cost metadata() {
    return target.isAtLeast(80_012) ? Cost.instant() : Cost.inPlace();
  }

  private Cost type() {
    if (!changesType()) {
      return metadata();
    }
    ColumnType a = from.type();
    ColumnType b = to.type();
    if (isAppended(a, b)) {
      return metadata();
    }
    boolean sameText =
        a.name().equals("varchar")
            && b.name().equals("varchar")
            && charset(from).equals(charset(to))
            && collation(from).equals(collation(to));
    boolean sameBytes = a.name().equals("varbinary") && b.name().equals("varbinary");
    if (sameText || sameBytes) {
      int each = sameText ? Charsets.bytes(charset(from)) : 1;
      int before = a.length().orElse(0) * each;
      int after = b.length().orElse(0) * each;
      if (after >= before) {
        return (before <= 255) == (after <= 255)
            ? Cost.inPlace()
            : Cost.copy("the length takes two bytes from 256 bytes on");
      }
      return Cost.copy("the column gets shorter");
    }
    if (target.isAtLeast(80_000) && isSuperset()) {
      return Cost.inPlace();
    }
    return Cost.copy("the type changes from " + a.shown() + " to " + b.shown());
  }

  /// utf8mb3 to utf8mb4 of a column that is in no index: every value keeps its bytes.
  boolean isSuperset() {
    ColumnType a = from.type();
    ColumnType b = to.type();
    boolean same =
        a.name().equals(b.name())
            && (a.is("varchar") || a.isText())
            && a.length().equals(b.length());
    boolean grows = charset(from).equals("utf8mb3") && charset(to).equals("utf8mb4");
    int length = a.length().orElse(0);
    return same
        && grows
        && !Predictor.isIndexed(table, from.name())
        && (length * 3 <= 255) == (length * 4 <= 255);
  }

  /// Values added behind the others of an ENUM or SET, within the same number of bytes.
  static boolean isAppended(ColumnType a, ColumnType b) {
    return a.name().equals(b.name())
        && a.is("enum", "set")
        && b.values().size() >= a.values().size()
        && b.values().subList(0, a.values().size()).equals(a.values())
        && storage(a) == storage(b);
  }

  private static int storage(ColumnType type) {
    int n = type.values().size();
    return type.is("enum")
        ? (n > 255 ? 2 : 1)
        : Math.max(1, Integer.highestOneBit(Math.max(1, (n + 7) / 8 * 2 - 1)));
  }
}
