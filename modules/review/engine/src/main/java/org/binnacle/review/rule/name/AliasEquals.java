package org.binnacle.review.rule.name;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.review.Concern;
import org.binnacle.review.Findings;
import org.binnacle.review.Level;
import org.binnacle.review.Rule;
import org.binnacle.review.RuleInfo;
import org.binnacle.review.Subject;
import org.binnacle.sql.query.Block;
import org.binnacle.sql.query.Query;
import org.binnacle.sql.query.TableUse;

/// An alias should not be the name of a table or column that is there.
public final class AliasEquals implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("name.alias-equals", Level.NOTICE)
          .concerns(Concern.QUERIES)
          .says("An alias should not be the name of another table or column of the query.")
          .because("Readers, and sometimes the server, take the one for the other.")
          .bad("SELECT o.id AS total FROM orders o WHERE o.total > 1;")
          .bad("SELECT customers.id FROM orders customers;")
          .bad("SELECT a.x FROM t1 t2 JOIN t2 a ON a.id = t2.id;")
          .good("SELECT o.id AS order_id FROM orders o;")
          .near("SELECT o.id AS id FROM orders o;")
          .near("SELECT count(*) AS total FROM orders o;")
          .near("SELECT orders.id FROM orders AS orders;")
          .schema(
              "CREATE TABLE orders (id int PRIMARY KEY, total int); CREATE TABLE customers (id int PRIMARY KEY);")
          .bad("SELECT customers.id FROM orders AS customers;")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject s, Findings out) {
    for (Block block : s.query().map(Query::blocks).orElse(List.of())) {
      for (TableUse use : block.tables()) {
        boolean other = !use.alias().isEmpty() && !use.alias().equalsIgnoreCase(use.name());
        if (other && (isTable(s, block, use.alias()) || isPlural(use))) {
          out.at(
              use.span().orElse(s.head()),
              use.name(),
              "%s goes by %s, which is the name of a table.".formatted(use.name(), use.alias()));
        }
      }
      columns(s, block, out);
    }
  }

  private static boolean isTable(Subject s, Block block, String alias) {
    String name = small(alias);
    return block.tables().stream().anyMatch(t -> small(t.name()).equals(name))
        || s.schema().tables().stream().anyMatch(t -> small(t.name()).equals(name));
  }

  /// A long alias that looks like a table: nobody abbreviates to a word of a table's length.
  private static boolean isPlural(TableUse use) {
    return !use.name().isEmpty()
        && use.alias().length() > use.name().length()
        && use.alias().endsWith("s")
        && use.name().endsWith("s");
  }

  private static void columns(Subject s, Block block, Findings out) {
    Set<String> used = new HashSet<>();
    block.items().forEach(i -> i.operand().columns().forEach(c -> used.add(small(c.name()))));
    block.where().forEach(p -> p.left().columns().forEach(c -> used.add(small(c.name()))));
    for (Block.Item item : block.items()) {
      boolean own =
          item.operand().columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(item.alias()));
      if (!item.alias().isEmpty() && !own && used.contains(small(item.alias()))) {
        out.at(
            item.operand().span().orElse(s.head()),
            item.alias(),
            "The alias %s is the name of a column of the query.".formatted(item.alias()));
      }
    }
  }

  private static String small(String name) {
    return name.toLowerCase(Locale.ROOT).replace("`", "");
  }
}
