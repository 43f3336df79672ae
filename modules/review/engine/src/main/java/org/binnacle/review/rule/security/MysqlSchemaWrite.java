package org.binnacle.review.rule.security;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Query;

/// The server's own schemas must not be written to.
public final class MysqlSchemaWrite implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("security.mysql-schema-write", Level.ERROR)
          .says("The server's own schemas must not be written to.")
          .because(
              "Accounts and privileges change by CREATE USER and GRANT; a wrong row there keeps everybody out.")
          .bad("UPDATE mysql.user SET plugin = 'x' WHERE user = 'app';")
          .bad("DELETE FROM `mysql`.db;")
          .bad("ALTER TABLE mysql.user ADD a int;")
          .bad("USE mysql; DELETE FROM user WHERE user = 'x';")
          .good("DROP USER 'app'@'%';")
          .near("SELECT user, host FROM mysql.user;")
          .near("INSERT INTO shop.mysql (a) VALUES (1);")
          .near("INSERT INTO shop.users (a) SELECT user FROM mysql.user;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Set<String> OWN =
      Set.of("mysql", "sys", "performance_schema", "information_schema");

  @Override
  public void check(Subject s, Findings out) {
    for (TableName name : written(s)) {
      String schema = name.schema().filter(n -> !n.isEmpty()).orElse(s.schema().database());
      if (OWN.contains(schema.toLowerCase(Locale.ROOT))) {
        out.at(
            name.span(),
            schema + "." + name.name(),
            "%s.%s is the server's own.".formatted(schema, name.name()));
      }
    }
  }

  private static List<TableName> written(Subject s) {
    if (s.ddl().isPresent()) {
      return switch (s.ddl().get()) {
        case Ddl.CreateTable c -> List.of(c.table());
        case Ddl.AlterTable a -> List.of(a.table());
        case Ddl.DropTable d -> d.tables();
        case Ddl.RenameTable r -> r.pairs().stream().map(Ddl.RenameTable.Pair::from).toList();
        case Ddl.TruncateTable t -> List.of(t.table());
        default -> List.of();
      };
    }
    return s.query()
        .filter(q -> q.verb() != Query.Verb.SELECT)
        .map(
            q ->
                q.written().stream()
                    .map(
                        t ->
                            new TableName(
                                Optional.of(t.schema()).filter(n -> !n.isEmpty()),
                                t.name(),
                                t.span().orElse(s.head())))
                    .toList())
        .orElse(List.of());
  }
}
