package org.binnacle.review.rule.valid;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Query;

/// A row must have a value for each column that takes no NULL and has no default.
public final class InsertNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.insert-null", Level.ERROR)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("A row must have a value for each column that takes no NULL and has no default.")
          .because("In strict mode the server refuses it with error 1048 or 1364.")
          .schema(
              "CREATE TABLE t (id int AUTO_INCREMENT PRIMARY KEY, a int NOT NULL, b int NOT NULL DEFAULT 1, c int, g int AS (a + 1));"
                  + " CREATE TABLE u (a int NOT NULL, at timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP);")
          .bad("INSERT INTO t (a) VALUES (NULL);")
          .bad("INSERT INTO t (c) VALUES (1);")
          .bad("INSERT INTO t SET c = 1;")
          .bad("UPDATE t SET a = NULL WHERE id = 1;")
          .good("INSERT INTO t (a, c) VALUES (1, NULL);")
          .near("INSERT INTO t (id, a) VALUES (NULL, 1);")
          .near("INSERT INTO u (a) VALUES (1);")
          .near("INSERT IGNORE INTO t (c) VALUES (1);")
          .near("UPDATE t SET c = NULL WHERE id = 1;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Query query = s.query().orElse(null);
    if (query == null || query.written().size() != 1 || !s.target().isStrict()) {
      return;
    }
    Optional<Table> table = Columns.table(s, query.written().getFirst()).filter(t -> !t.view());
    if (table.isEmpty()) {
      return;
    }
    Optional<Query.Insert> insert = query.insert();
    if (insert.isEmpty() || !insert.get().ignore()) {
      query.set().stream()
          .filter(a -> a.value().kind() == Operand.Kind.NULL)
          .forEach(a -> nulled(s, table.get(), a.column().name(), a.value(), out));
    }
    insert.filter(i -> !i.ignore()).ifPresent(i -> inserted(s, query, table.get(), i, out));
  }

  private static void inserted(
      Subject s, Query query, Table table, Query.Insert insert, Findings out) {
    List<ColumnUse> columns =
        insert.columns().isEmpty()
            ? query.set().stream().map(Query.Assignment::column).toList()
            : insert.columns();
    if (columns.isEmpty()) {
      return;
    }
    for (List<Operand> row : insert.rows()) {
      for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
        if (row.get(i).kind() == Operand.Kind.NULL) {
          nulled(s, table, columns.get(i).name(), row.get(i), out);
        }
      }
    }
    table.columns().stream()
        .filter(InsertNull::isWanted)
        .filter(c -> columns.stream().noneMatch(u -> u.name().equalsIgnoreCase(c.name())))
        .findFirst()
        .ifPresent(
            c ->
                out.at(
                    query.written().getFirst().span().orElse(s.head()),
                    table.name() + "." + c.name(),
                    "%s.%s has no default and is not in the list."
                        .formatted(table.name(), c.name())));
  }

  private static void nulled(Subject s, Table table, String name, Operand value, Findings out) {
    Optional<ColumnDef> column = table.column(name);
    boolean refused =
        column
            .filter(c -> !c.isNullable() && !c.autoIncrement() && !c.type().is("timestamp"))
            .isPresent();
    if (refused) {
      out.at(
          value.span().orElse(s.head()),
          table.name() + "." + name,
          "%s.%s takes no NULL.".formatted(table.name(), name));
    }
  }

  private static boolean isWanted(ColumnDef c) {
    return !c.isNullable()
        && !c.hasDefault()
        && !c.autoIncrement()
        && c.generated().isEmpty()
        && !c.type().name().equals("serial")
        && !c.type().is("timestamp");
  }
}
