package org.binnacle.explain.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Verb;

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
      // A subquery's heading is a step of its own, as it is in trees.
      case JSON_V2 ->
          assertThat(nodes)
              .hasSize(count(text, "\"operation\":") + count(text, "\"heading\": \"Select #"));
      // Each object called "table" is one step: a table that is read, or one that is filled.
      case JSON_V1, MARIADB_JSON -> {
        int tables = count(text, "\"table\": \\{");
        int filled = count(text, "\"(insert|replace)\": true");
        assertThat(accesses(nodes)).isEqualTo(tables - filled);
        assertThat(inserts(nodes)).isEqualTo(filled);
      }
      // Each row is one step, but for results of set operations and rows without a table.
      case TABULAR -> {
        String body = text.substring(text.indexOf('\n') + 1);
        int rows = count(body, "(?m)^\\w+\t");
        int withoutTable = count(body, "(?m)^\\w+\t[A-Z ]+\tNULL\t");
        int unions = count(body, "\t<(union|intersect|except)");
        int filled = count(body, "(?m)^\\w+\t(INSERT|REPLACE)\t");
        assertThat(accesses(nodes)).isEqualTo(rows - unions - withoutTable - filled);
        assertThat(inserts(nodes)).isEqualTo(filled);
      }
      case UNKNOWN -> throw new AssertionError("not recognised");
    }
  }

  /// The base tables and aliases that steps read or change.
  @SuppressWarnings("NonApiType") // in order
  static TreeSet<String> tables(Plan plan) {
    var names = new TreeSet<String>();
    for (PlanNode node : plan.nodes()) {
      node.table().filter(table -> !table.internal()).ifPresent(table -> names.add(table.name()));
    }
    return names;
  }

  private static int accesses(List<PlanNode> nodes) {
    return (int) nodes.stream().filter(node -> node.kind() instanceof NodeKind.Access).count();
  }

  private static int inserts(List<PlanNode> nodes) {
    return (int)
        nodes.stream()
            .filter(
                node ->
                    node.kind() instanceof NodeKind.Change change
                        && (change.verb() == Verb.INSERT || change.verb() == Verb.REPLACE))
            .count();
  }

  private static int count(String text, String regex) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }
}
