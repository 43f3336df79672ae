package org.binnacle.review.rule.valid;

import java.util.Optional;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ForeignKeyDef;
import org.binnacle.sql.ddl.IndexDef;

/// Whether a foreign key fits the table that it points to.
final class ForeignKeyFit {
  private ForeignKeyFit() {}

  /// Why it does not, in a sentence.
  static Optional<String> reason(Table own, ForeignKeyDef key, Table target) {
    if (target.view() || own.view()) {
      return Optional.empty();
    }
    if (key.columns().size() != key.targetColumns().size() && !key.targetColumns().isEmpty()) {
      return Optional.of("The foreign key has another number of columns than what it points to.");
    }
    for (int i = 0; i < key.targetColumns().size(); i++) {
      Optional<ColumnDef> from = own.column(key.columns().get(i));
      Optional<ColumnDef> to = target.column(key.targetColumns().get(i));
      if (to.isEmpty()) {
        return Optional.of(Columns.said(target, key.targetColumns().get(i)));
      }
      if (from.isPresent() && !sameType(own, from.get(), target, to.get())) {
        return Optional.of(
            "%s is %s, %s.%s is %s: the types must be the same."
                .formatted(
                    from.get().name(),
                    from.get().type().shown(),
                    target.name(),
                    to.get().name(),
                    to.get().type().shown()));
      }
    }
    boolean keyed =
        key.targetColumns().isEmpty()
            || target.indexes().stream().anyMatch(index -> leads(index, key));
    return keyed
        ? Optional.empty()
        : Optional.of(
            "No key of %s begins with %s."
                .formatted(target.name(), String.join(", ", key.targetColumns())));
  }

  private static boolean leads(IndexDef index, ForeignKeyDef key) {
    if (!index.isOrdered() || index.parts().size() < key.targetColumns().size()) {
      return false;
    }
    for (int i = 0; i < key.targetColumns().size(); i++) {
      if (!index.parts().get(i).isOn(key.targetColumns().get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameType(Table own, ColumnDef from, Table target, ColumnDef to) {
    String a = family(from);
    String b = family(to);
    if (!a.equals(b) || unsigned(from) != unsigned(to)) {
      return false;
    }
    return !from.type().isCharacter() || own.charset(from).equals(target.charset(to));
  }

  private static boolean unsigned(ColumnDef column) {
    return (column.type().isInteger() && column.type().unsigned()) || column.type().is("serial");
  }

  /// CHAR and VARCHAR go together; SERIAL is a BIGINT.
  private static String family(ColumnDef column) {
    return switch (column.type().name()) {
      case "varchar" -> "char";
      case "varbinary" -> "binary";
      case "serial" -> "bigint";
      default -> column.type().name();
    };
  }
}
