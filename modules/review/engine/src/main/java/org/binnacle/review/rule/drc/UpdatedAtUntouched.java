package org.binnacle.review.rule.drc;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// The column that is updated by itself must be left to the server.
public final class UpdatedAtUntouched implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("drc.updated-at-untouched", Level.WARNING)
          .off()
          .needs(Need.SCHEMA)
          .says("The column that is updated by itself must be left to the server.")
          .because("Whoever sets it to a value of his own wins or loses conflicts by mistake.")
          .param(
              "columns", List.of(), "only these names; empty for any ON UPDATE CURRENT_TIMESTAMP")
          .schema(
              "CREATE TABLE t (id int PRIMARY KEY, a int, updated_at timestamp(3) NOT NULL DEFAULT"
                  + " CURRENT_TIMESTAMP(3) ON UPDATE CURRENT_TIMESTAMP(3));")
          .bad("UPDATE t SET a = 1, updated_at = '2020-01-01' WHERE id = 1;")
          .bad("UPDATE t SET a = 1, updated_at = updated_at WHERE id = 1;")
          .bad("ALTER TABLE t DROP COLUMN updated_at;")
          .bad("ALTER TABLE t MODIFY updated_at datetime;")
          .good("UPDATE t SET a = 1 WHERE id = 1;")
          .near("SELECT updated_at FROM t;")
          .near(
              "ALTER TABLE t MODIFY updated_at timestamp(6) NOT NULL DEFAULT CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6);")
          .near("UPDATE t SET a = 1, updated_at = now(3) WHERE id = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    s.alters().flatMap(a -> s.table(a.table())).ifPresent(t -> altered(s, t, out));
    Query query =
        s.query()
            .filter(q -> q.verb() == Query.Verb.UPDATE && q.written().size() == 1)
            .orElse(null);
    if (query == null) {
      return;
    }
    TableUse written = query.written().getFirst();
    Optional<Table> table =
        s.table(
            new TableName(
                Optional.of(written.schema()).filter(n -> !n.isEmpty()),
                written.name(),
                s.whole()));
    for (Query.Assignment set : query.set()) {
      boolean own =
          table.map(t -> Drc.autoUpdated(t, out.list("columns"))).orElse(List.of()).stream()
              .anyMatch(c -> c.name().equalsIgnoreCase(set.column().name()));
      if (own && !isNow(set.value())) {
        out.at(
            set.column().span().orElse(s.head()),
            written.name() + "." + set.column().name(),
            set.column().name() + " is kept by the server: leave it out of SET.");
      }
    }
  }

  private static boolean isNow(Operand value) {
    return (value.kind() == Operand.Kind.FUNCTION
            && (value.text().equals("now")
                || value.text().startsWith("current_timestamp")
                || value.text().startsWith("localtime")))
        || value.text().toLowerCase(Locale.ROOT).startsWith("current_timestamp");
  }

  private static void altered(Subject s, Table before, Findings out) {
    Optional<Table> after = s.after();
    for (ColumnDef column : Drc.autoUpdated(before, out.list("columns"))) {
      boolean kept =
          after
              .flatMap(t -> t.column(column.name()))
              .filter(c -> c.onUpdateText().isPresent() && !c.isNullable())
              .isPresent();
      if (!kept) {
        out.at(
            s.alters().orElseThrow().table().span(),
            before.name() + "." + column.name(),
            column.name() + " no longer tells when a row was changed.");
      }
    }
  }
}
