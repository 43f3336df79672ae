package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.IndexUse;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The formats of one server say the same of one statement: which base tables are read, how, by
/// which index, and in which order they are joined.
final class AgreementTest {

  /// All outputs of one statement on one server.
  record Statement(String name, List<Sample> outputs) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Statement> statements() {
    var groups = new TreeMap<String, List<Sample>>();
    for (Sample sample : Samples.all()) {
      String query =
          sample.name().startsWith("explain-")
              ? sample.name().split("-")[1]
              : sample.name().split("\\.")[0];
      if (!sample.refused() && !sample.text().startsWith("<not")) {
        groups.merge(
            sample.server() + " " + query,
            List.of(sample),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }
    return groups.entrySet().stream().map(entry -> new Statement(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest
  @MethodSource("statements")
  void all_formats_of_a_statement_read_the_same_tables_in_the_same_way(Statement statement) {
    assertThat(statement.outputs()).hasSizeGreaterThan(1);
    List<String> first = reads(statement.outputs().getFirst());
    for (Sample sample : statement.outputs()) {
      assertThat(reads(sample)).as(sample.toString()).isEqualTo(first);
    }
  }

  @Test
  void a_tree_and_json_version_2_of_one_statement_have_the_same_steps() {
    for (String query : List.of("derived", "fullscan", "hashjoin", "join", "sub", "union")) {
      Plan tree = PlanReading.read(Samples.text("mysql97/explain-" + query + "-TREE.txt"));
      Plan json = PlanReading.read(Samples.text("mysql97/explain-" + query + "-JSON-v2.txt"));
      assertThat(json.nodes().stream().map(PlanNode::label).toList())
          .isEqualTo(tree.nodes().stream().map(PlanNode::label).toList());
      assertThat(json.nodes().stream().map(PlanNode::role).toList())
          .isEqualTo(tree.nodes().stream().map(PlanNode::role).toList());
      assertThat(json.nodes().stream().map(PlanNode::id).toList())
          .isEqualTo(tree.nodes().stream().map(PlanNode::id).toList());
    }
  }

  /// Base tables with access method and index; parts of an index merge are left out, as only trees
  /// print them, and so are reverse order and what stands for a recursive CTE.
  private static List<String> reads(Sample sample) {
    Plan plan = PlanReading.read(sample.text());
    return plan.nodes().stream()
        .filter(node -> node.kind() instanceof NodeKind.Access access && base(node, access))
        .filter(
            node ->
                plan.nodes().stream().noneMatch(up -> up.children().contains(node) && merge(up)))
        .map(AgreementTest::words)
        .sorted()
        .toList();
  }

  private static boolean base(PlanNode node, NodeKind.Access access) {
    boolean derived =
        node.children().stream().anyMatch(child -> child.kind() instanceof NodeKind.Materialize);
    boolean recursive =
        access.method() == AccessMethod.NEW_ROWS_SCAN || access.table().name().equals("r");
    return !derived && !recursive && !access.table().internal();
  }

  private static boolean merge(PlanNode node) {
    return node.kind() instanceof NodeKind.Access access
        && access.method() == AccessMethod.INDEX_MERGE;
  }

  private static String words(PlanNode node) {
    var access = (NodeKind.Access) node.kind();
    String index =
        merge(node)
            ? ""
            : access
                .index()
                .map(use -> use.name() + (use.covering() ? " covering" : ""))
                .orElse("");
    return access.table().name()
        + " "
        + access.method()
        + " "
        + index
        + access.index().map(IndexUse::reverse).filter(r -> r).map(r -> " reverse").orElse("");
  }
}
