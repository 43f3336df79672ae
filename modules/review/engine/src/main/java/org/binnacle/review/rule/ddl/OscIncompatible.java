package org.binnacle.review.rule.ddl;

import java.util.ArrayList;
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
import org.binnacle.sql.ddl.AlterAction;
import org.binnacle.sql.ddl.IndexDef;

/// An ALTER TABLE that rebuilds should be one that online tools can do.
public final class OscIncompatible implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ddl.osc-incompatible", Level.WARNING)
          .concerns(Concern.TABLES)
          .needs(Need.SCHEMA)
          .says("An ALTER TABLE that rebuilds should be one that online tools can do.")
          .because(
              "gh-ost and pt-online-schema-change refuse tables with foreign keys or without a"
                  + " unique key, and lose data where a column is renamed unnoticed.")
          .schema(
              "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int PRIMARY KEY, p_id int,"
                  + " KEY k (p_id), CONSTRAINT f FOREIGN KEY (p_id) REFERENCES p (id));"
                  + " CREATE TABLE n (a int, b int); CREATE TABLE t (id int PRIMARY KEY, a int, v varchar(80));")
          .bad("ALTER TABLE c MODIFY p_id bigint;")
          .bad("ALTER TABLE p MODIFY id bigint;")
          .bad("ALTER TABLE n MODIFY a bigint;")
          .bad("ALTER TABLE t CHANGE a b bigint;")
          .good("ALTER TABLE t MODIFY a bigint;")
          .near("ALTER TABLE c ADD z int;")
          .near("ALTER TABLE n ADD KEY k (a);")
          .near("CREATE TABLE m (a int); ALTER TABLE m MODIFY a bigint;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    Optional<Table> table = s.alters().flatMap(a -> s.table(a.table())).filter(t -> !t.view());
    if (table.isEmpty() || Predicted.of(s).filter(c -> c.rebuild()).isEmpty()) {
      return;
    }
    List<String> reasons = reasons(s, table.get());
    if (!reasons.isEmpty()) {
      out.at(
          s.alters().orElseThrow().table().span(),
          table.get().name(),
          "The table is rebuilt, and gh-ost and pt-osc cannot do it: %s."
              .formatted(String.join("; ", reasons)));
    }
  }

  private static List<String> reasons(Subject s, Table table) {
    var reasons = new ArrayList<String>();
    if (!table.foreignKeys().isEmpty()) {
      reasons.add("it has foreign keys");
    }
    s.schema().tables().stream()
        .filter(
            t ->
                t.foreignKeys().stream()
                    .anyMatch(f -> f.target().name().equalsIgnoreCase(table.name())))
        .findFirst()
        .ifPresent(t -> reasons.add("foreign keys of " + t.name() + " point to it"));
    boolean unique =
        table.indexes().stream()
            .filter(IndexDef::isUnique)
            .anyMatch(
                i ->
                    i.parts().stream()
                        .allMatch(
                            p ->
                                table
                                    .column(p.column())
                                    .filter(
                                        c -> !c.isNullable() || i.kind() == IndexDef.Kind.PRIMARY)
                                    .isPresent()));
    if (!unique) {
      reasons.add("it has no unique key without NULLs to copy it by");
    }
    s.actions(AlterAction.ChangeColumn.class).stream()
        .filter(c -> !c.from().equalsIgnoreCase(c.column().name()))
        .findFirst()
        .ifPresent(
            c -> reasons.add("column " + c.from() + " is renamed, which has to be told to them"));
    if (!s.actions(AlterAction.RenameTable.class).isEmpty()) {
      reasons.add("the table is renamed by it");
    }
    return reasons;
  }
}
