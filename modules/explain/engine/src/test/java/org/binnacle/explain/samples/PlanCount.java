package org.binnacle.explain.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;

/// The right number of steps of a plan, counted in its text without any reader.
final class PlanCount {
  private static final Pattern HEADING =
      Pattern.compile("(?m)^ *-> (Hash|Repeat until convergence|Disable deduplication)$");

  private PlanCount() {}

  static void check(Plan plan) {
    String text = plan.raw();
    List<PlanNode> nodes = plan.nodes();
    switch (plan.format()) {
      case TREE -> {
        int arrows = count(text, "(?m)^ *-> ") - (int) HEADING.matcher(text).results().count();
        assertThat(nodes).hasSize(arrows == 0 ? 1 : arrows);
      }
      case JSON_V2 -> assertThat(nodes).hasSize(count(text, "\"operation\":"));
      case JSON_V1, MARIADB_JSON -> {
        int unions = count(text, "\"table_name\": \"<(union|intersect|except|unary)");
        assertThat(reads(nodes)).isEqualTo(count(text, "\"table_name\":") - unions);
      }
      case TABULAR -> {
        String body = text.substring(text.indexOf('\n') + 1);
        int withoutTable = count(body, "(?m)^\\w+\t[A-Z ]+\tNULL\t");
        int rows = count(body, "(?m)^\\w+\t");
        int unions = count(body, "\t<(union|intersect|except)");
        assertThat(reads(nodes)).isEqualTo(rows - unions - withoutTable);
      }
      case UNKNOWN -> throw new AssertionError("not recognised");
    }
  }

  /// The base tables and aliases that steps read.
  static TreeSet<String> tables(Plan plan) {
    var names = new TreeSet<String>();
    for (PlanNode node : plan.nodes()) {
      if (node.kind() instanceof NodeKind.Access access && !access.table().internal()) {
        names.add(access.table().name());
      }
    }
    return names;
  }

  private static int reads(List<PlanNode> nodes) {
    return (int)
        nodes.stream()
            .filter(
                node ->
                    node.kind() instanceof NodeKind.Access
                        || node.kind() instanceof NodeKind.Change)
            .count();
  }

  private static int count(String text, String regex) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }
}
