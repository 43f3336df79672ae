package org.binnacle.review.rule.ddl;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.ScriptSubject;
import org.binnacle.review.Subject;
import org.binnacle.sql.TableNames;
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Query;

/// What a script destroys should have been copied first.
public final class PriorBackup implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.prior-backup", Level.WARNING)
          .off()
          .says("What a script destroys should have been copied first, in the same script.")
          .because("DDL cannot be rolled back, and a deleted row is only in the binlog.")
          .bad("DROP TABLE orders;")
          .bad("ALTER TABLE orders DROP COLUMN total;")
          .bad("TRUNCATE TABLE orders;")
          .bad("DELETE FROM orders WHERE id < 10;")
          .good(
              "CREATE TABLE orders_bak AS SELECT * FROM orders WHERE id < 10; DELETE FROM orders WHERE id < 10;")
          .good(
              "CREATE TABLE orders_bak LIKE orders; INSERT INTO orders_bak SELECT * FROM orders; DROP TABLE orders;")
          .near("CREATE TABLE t (id int PRIMARY KEY); DROP TABLE t;")
          .near("ALTER TABLE orders DROP INDEX k;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkScript(ScriptSubject script, Findings out) {
    var copied = new HashSet<String>();
    for (Subject s : script.statements()) {
      copies(s).forEach(name -> copied.add(small(name)));
      for (TableName lost : destroyed(s)) {
        if (!copied.contains(small(lost.name()))) {
          out.at(
              s,
              lost.span(),
              lost.name(),
              "Nothing in the script copies what is lost of %s: CREATE TABLE ... AS SELECT before it."
                  .formatted(lost.shown()));
        }
      }
    }
  }

  /// Tables whose rows a statement reads into another, and tables that the script makes itself.
  private static List<String> copies(Subject s) {
    var names = new ArrayList<String>();
    s.creates().filter(c -> !c.select()).ifPresent(c -> names.add(c.table().name()));
    boolean copies =
        s.creates().map(Ddl.CreateTable::select).orElse(false)
            || s.query().flatMap(Query::insert).map(Query.Insert::select).orElse(false);
    if (copies) {
      TableNames.of(s.text(), s.target().modes()).stream()
          .skip(1)
          .forEach(t -> names.add(t.table()));
    }
    return names;
  }

  private static List<TableName> destroyed(Subject s) {
    if (s.ddl().isPresent()) {
      return switch (s.ddl().get()) {
        case Ddl.DropTable drop -> drop.temporary() ? List.of() : drop.tables();
        case Ddl.TruncateTable truncate -> List.of(truncate.table());
        case Ddl.AlterTable alter ->
            alter.actions().stream().anyMatch(AlterAction.DropColumn.class::isInstance)
                ? List.of(alter.table())
                : List.of();
        default -> List.of();
      };
    }
    return s.query()
        .filter(q -> q.verb() == Query.Verb.DELETE)
        .map(
            q ->
                q.written().stream()
                    .map(t -> new TableName(Optional.empty(), t.name(), t.span().orElse(s.head())))
                    .toList())
        .orElse(List.of());
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
