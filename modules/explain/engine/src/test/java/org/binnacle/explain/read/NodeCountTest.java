package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.Samples.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every real output parses with the right number of nodes; the right number is counted here by
/// searching the text, without any reader.
final class NodeCountTest {
  private static final Pattern HEADING =
      Pattern.compile("(?m)^ *-> (Hash|Repeat until convergence)$");

  static Stream<Sample> plans() {
    return Samples.all().stream().filter(sample -> !sample.refused());
  }

  @ParameterizedTest
  @MethodSource("plans")
  void every_real_output_parses_with_the_right_node_count(Sample sample) {
    Plan plan = PlanReading.read(sample.text());
    List<PlanNode> nodes = plan.nodes();
    assertThat(plan.notes()).isEmpty();
    switch (plan.format()) {
      case TREE -> {
        int arrows =
            count(sample.text(), "(?m)^ *-> ")
                - (int) HEADING.matcher(sample.text()).results().count();
        assertThat(nodes).hasSize(arrows == 0 ? 1 : arrows);
      }
      case JSON_V2 -> assertThat(nodes).hasSize(count(sample.text(), "\"operation\":"));
      case JSON_V1, MARIADB_JSON -> {
        int unions = count(sample.text(), "\"table_name\": \"<union");
        assertThat(accesses(nodes)).isEqualTo(count(sample.text(), "\"table_name\":") - unions);
      }
      case TABULAR -> {
        int withoutTable = count(sample.text(), "(?m)^\\w+\t[A-Z ]+\tNULL\t");
        int rows = count(sample.text(), "(?m)^\\w+\t");
        int unions = count(sample.text(), "\t<union");
        assertThat(accesses(nodes)).isEqualTo(rows - unions - withoutTable);
      }
      case UNKNOWN -> throw new AssertionError("not recognised");
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void every_real_output_is_recognised_as_what_its_name_says(Sample sample) {
    PlanFormat format = PlanReading.read(sample.text()).format();
    String name = sample.name().toLowerCase(java.util.Locale.ROOT);
    boolean maria = sample.server().startsWith("mariadb");
    PlanFormat wanted =
        name.contains("traditional")
            ? PlanFormat.TABULAR
            : !name.contains("json")
                ? PlanFormat.TREE
                : maria
                    ? PlanFormat.MARIADB_JSON
                    : sample.text().contains("query_plan")
                        ? PlanFormat.JSON_V2
                        : PlanFormat.JSON_V1;
    assertThat(format).isEqualTo(wanted);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void nothing_in_a_real_output_is_unknown_and_every_range_holds_its_step(Sample sample) {
    Plan plan = PlanReading.read(sample.text());
    for (PlanNode node : plan.nodes()) {
      String raw = node.raw().of(sample.text());
      if (node.kind() instanceof NodeKind.Other other) {
        assertThat(other.text()).isEqualTo("<not executable by iterator executor>");
      }
      assertThat(raw).isNotEmpty();
      node.table()
          .filter(table -> !(node.kind() instanceof NodeKind.Change))
          .ifPresent(
              table ->
                  assertThat(node.raw().around(plan.roots().getFirst().raw()).of(sample.text()))
                      .contains(table.name()));
      for (PlanNode child : node.children()) {
        assertThat(child.raw().start()).isBetween(0, sample.text().length());
      }
    }
    assertThat(plan.nodes().stream().map(PlanNode::id)).doesNotHaveDuplicates();
  }

  private static int accesses(List<PlanNode> nodes) {
    return (int) nodes.stream().filter(node -> node.kind() instanceof NodeKind.Access).count();
  }

  private static int count(String text, String regex) {
    return (int) Pattern.compile(regex).matcher(text).results().count();
  }
}
