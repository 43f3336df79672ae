package org.binnacle.explain.insight;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.binnacle.explain.PlanNode;
import org.binnacle.kernel.Severity;

/// Values of different types are compared, so an index cannot be used.
final class ImplicitConversion implements Insight {

  @Override
  public String id() {
    return "condition.conversion";
  }

  @Override
  public List<Finding> look(Look look) {
    var found = new ArrayList<Finding>();
    for (String warning : look.facts().warnings()) {
      if (warning.startsWith("1739")) {
        found.add(
            Finding.of(
                this,
                Severity.CRITICAL,
                "The server says: " + warning.substring("1739".length()).strip(),
                next(),
                new Evidence("warnings 1739", 1)));
      }
    }
    boolean asked =
        look.facts()
            .sql()
            .map(sql -> sql.toLowerCase(Locale.ROOT).contains("double"))
            .orElse(false);
    for (PlanNode node : look.nodes()) {
      for (String text : ConditionText.all(node)) {
        var condition = new ConditionText(text);
        boolean converted = !asked && condition.castsTo("double");
        if (converted || condition.comparesWithNumber(name -> textColumn(look, name))) {
          found.add(finding(node, condition.text()));
          break;
        }
      }
    }
    return found;
  }

  private static boolean textColumn(Look look, String column) {
    return look.facts().tables().values().stream()
        .anyMatch(table -> table.textColumns().contains(column));
  }

  private Finding finding(PlanNode node, String condition) {
    return Finding.at(
        this,
        Severity.WARNING,
        node,
        "Values of different types are compared in "
            + ConditionText.shortened(condition)
            + "; every row must be converted first.",
        next(),
        new Evidence("rows read", PlanTree.read(node)));
  }

  private static String next() {
    return "Write the value in the column's own type ('12345' for a text column), and give joined columns the same type and collation.";
  }
}
