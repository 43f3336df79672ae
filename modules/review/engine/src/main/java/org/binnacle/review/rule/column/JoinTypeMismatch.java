package org.binnacle.review.rule.column;

import java.util.List;
import java.util.Optional;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Need;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.rule.Charsets;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;
import org.binnacle.sql.ddl.ColumnType;
import org.binnacle.sql.ddl.TableName;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.ColumnUse;
import org.binnacle.sql.query.Operand;
import org.binnacle.sql.query.Predicate;
import org.binnacle.sql.query.Query;

/// Columns that are joined should have the same type, character set and collation.
public final class JoinTypeMismatch implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("column.join-type-mismatch", Level.WARNING)
          .concerns(Concern.QUERIES)
          .needs(Need.SCHEMA)
          .says("Columns that are joined should have the same type, character set and collation.")
          .because("The server converts one side for each row and cannot use its index.")
          .schema(
              "CREATE TABLE a (id int PRIMARY KEY, code varchar(10), n varchar(10)) DEFAULT CHARSET=utf8mb4;"
                  + " CREATE TABLE b (id bigint PRIMARY KEY, code varchar(20) CHARACTER SET latin1,"
                  + " a_id int, n varchar(40)) DEFAULT CHARSET=utf8mb4;")
          .bad("SELECT a.id FROM a JOIN b ON a.code = b.code;")
          .bad("SELECT a.id FROM a JOIN b ON a.code = b.a_id;")
          .bad("SELECT a.id FROM a, b WHERE a.n = b.a_id;")
          .good("SELECT a.id FROM a JOIN b ON a.id = b.a_id;")
          .near("SELECT a.id FROM a JOIN b ON a.id = b.id;")
          .near("SELECT a.id FROM a JOIN b ON a.n = b.n;")
          .near("SELECT a.id FROM a JOIN b ON a.id = b.a_id WHERE b.code = 'x';")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Block block : s.query().map(Query::blocks).orElse(List.of())) {
      block.joins().forEach(j -> j.on().forEach(p -> check(s, block, p, out)));
      block.where().forEach(p -> check(s, block, p, out));
    }
  }

  private static void check(Subject s, Block block, Predicate p, Findings out) {
    if (p.kind() != Predicate.Kind.COMPARE
        || !p.left().isColumn()
        || !p.value().map(Operand::isColumn).orElse(false)) {
      return;
    }
    ColumnUse left = p.left().columns().getFirst();
    ColumnUse right = p.value().get().columns().getFirst();
    Optional<Side> one = side(s, block, left);
    Optional<Side> other = side(s, block, right);
    if (one.isEmpty() || other.isEmpty() || one.get().table().equals(other.get().table())) {
      return;
    }
    String differ = one.get().unlike(other.get());
    if (!differ.isEmpty()) {
      out.at(
          p.span().orElse(s.head()),
          one.get().name(),
          "%s and %s are compared, and %s."
              .formatted(one.get().name(), other.get().name(), differ));
    }
  }

  private static Optional<Side> side(Subject s, Block block, ColumnUse use) {
    return block
        .tableOf(use)
        .filter(t -> !t.derived())
        .flatMap(
            t ->
                s.table(
                    new TableName(
                        Optional.of(t.schema()).filter(n -> !n.isEmpty()), t.name(), s.whole())))
        .flatMap(t -> t.column(use.name()).map(c -> new Side(t, c)));
  }

  private record Side(Table table, ColumnDef column) {
    String name() {
      return table.name() + "." + column.name();
    }

    /// In what they differ; empty for nothing that keeps an index from being used.
    String unlike(Side other) {
      ColumnType a = column.type();
      ColumnType b = other.column.type();
      if (!family(a).equals(family(b))) {
        return "one is %s, the other %s".formatted(a.shown(), b.shown());
      }
      if (!a.isCharacter()) {
        return "";
      }
      String mine = Charsets.same(table.charset(column));
      String theirs = Charsets.same(other.table.charset(other.column));
      if (!mine.equals(theirs)) {
        return "one is in %s, the other in %s".formatted(mine, theirs);
      }
      Optional<String> here = collation();
      Optional<String> there = other.collation();
      return here.isPresent() && there.isPresent() && !here.get().equalsIgnoreCase(there.get())
          ? "one is sorted by %s, the other by %s".formatted(here.get(), there.get())
          : "";
    }

    private Optional<String> collation() {
      return column.collation().or(() -> table.options().value("collate"));
    }

    private static String family(ColumnType type) {
      if (type.isInteger() || type.is("decimal", "float", "double", "year", "bit")) {
        return "number";
      }
      return type.isCharacter()
          ? "text"
          : type.isTemporal()
              ? "time"
              : type.name().contains("binary") || type.isBlob() ? "bytes" : type.name();
    }
  }
}
