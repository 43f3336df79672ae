package org.binnacle.review.rule.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.review.schema.Table;
import org.binnacle.sql.ddl.ColumnDef;

/// A table should have columns for its attributes, not rows.
public final class Eav implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("table.eav", Level.NOTICE)
          .concerns(Concern.TABLES)
          .says("A table should have columns for its attributes, not rows of names and values.")
          .because(
              "Values have no type, and a row of the entity is a join of as many tables as it has attributes.")
          .bad(
              "CREATE TABLE attrs (entity_id bigint NOT NULL, attribute varchar(64) NOT NULL, value text, PRIMARY KEY (entity_id, attribute));")
          .bad(
              "CREATE TABLE meta (id bigint PRIMARY KEY, post_id bigint, meta_key varchar(255), meta_value longtext);")
          .good("CREATE TABLE users (id bigint PRIMARY KEY, name varchar(64), email varchar(64));")
          .near("CREATE TABLE settings (name varchar(64) PRIMARY KEY, value text);")
          .near(
              "CREATE TABLE prices (id bigint PRIMARY KEY, product_id bigint, currency char(3), value decimal(10,2));")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final Pattern KEY =
      Pattern.compile("(^|_)(attribute|attr|property|prop|key|field)(_?name|_?key)?$");
  private static final Pattern VALUE = Pattern.compile("(^|_)value$");

  @Override
  public void check(Subject s, Findings out) {
    Optional<Table> made = s.creates().flatMap(c -> s.after());
    if (made.isEmpty() || made.get().columns().size() > 6) {
      return;
    }
    List<ColumnDef> columns = made.get().columns();
    Optional<ColumnDef> key =
        columns.stream()
            .filter(c -> c.type().isCharacter() && KEY.matcher(small(c)).find())
            .findFirst();
    Optional<ColumnDef> value =
        columns.stream()
            .filter(c -> c.type().isCharacter() && VALUE.matcher(small(c)).find())
            .findFirst();
    boolean entity = columns.stream().anyMatch(c -> small(c).endsWith("_id"));
    if (key.isPresent() && value.isPresent() && entity) {
      out.at(
          key.get().nameSpan(),
          made.get().name() + "." + key.get().name(),
          "%s and %s keep attributes as rows.".formatted(key.get().name(), value.get().name()));
    }
  }

  private static String small(ColumnDef column) {
    return column.name().toLowerCase(Locale.ROOT);
  }
}
