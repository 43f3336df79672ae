package org.binnacle.explain.insight;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// A table that is not kept in InnoDB.
final class OtherEngine implements Insight {

  @Override
  public String id() {
    return "engine.other";
  }

  private static final Set<String> WITHOUT_TRANSACTIONS =
      Set.of("MYISAM", "MEMORY", "ARIA", "CSV", "ARCHIVE", "MERGE");

  @Override
  public List<Finding> look(Look look) {
    return look.each(
        node -> WITHOUT_TRANSACTIONS.contains(engine(look, node)),
        node ->
            Finding.at(
                this,
                Severity.WARNING,
                node,
                "Table "
                    + Look.name(node)
                    + " is a "
                    + engine(look, node)
                    + " table: writers lock it whole and a crash may damage it.",
                "Move it to InnoDB, unless its data can be lost and nobody writes while others read.",
                new Evidence("rows read", PlanTree.read(node))));
  }

  private static String engine(Look look, PlanNode node) {
    return look.table(node).map(table -> table.engine().toUpperCase(Locale.ROOT)).orElse("");
  }
}
