package org.binnacle.review.rule.valid;

import java.util.Optional;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Nearest;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.Ddl;
import org.binnacle.sql.ddl.TableName;

/// A table that is changed must be there.
public final class UnknownTable implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("valid.unknown-table", Level.ERROR)
          .needs(Need.SCHEMA)
          .says("A table that is changed must be there.")
          .because("The server refuses it with error 1146.")
          .schema("CREATE TABLE t (id int PRIMARY KEY);")
          .bad("ALTER TABLE x ADD a int;")
          .bad("DROP TABLE x;")
          .bad("TRUNCATE TABLE x;")
          .good("ALTER TABLE t ADD a int;")
          .near("DROP TABLE IF EXISTS x;")
          .near("CREATE TABLE x (id int PRIMARY KEY); ALTER TABLE x ADD a int;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    switch (s.ddl().orElse(null)) {
      case Ddl.AlterTable a -> tell(s, a.table(), out);
      case Ddl.TruncateTable t -> tell(s, t.table(), out);
      case Ddl.RenameTable r -> r.pairs().stream().limit(1).forEach(p -> tell(s, p.from(), out));
      case Ddl.DropTable d when !d.ifExists() && !d.temporary() ->
          d.tables().forEach(t -> tell(s, t, out));
      case null, default -> {}
    }
  }

  private static void tell(Subject s, TableName name, Findings out) {
    if (s.table(name).isEmpty()) {
      Optional<String> near =
          Nearest.of(name.name(), s.schema().tables().stream().map(Table::name).toList());
      out.at(
          name.span(),
          name.name(),
          "There is no table "
              + name.shown()
              + near.map(n -> "; did you mean " + n + "?").orElse("."));
    }
  }
}
