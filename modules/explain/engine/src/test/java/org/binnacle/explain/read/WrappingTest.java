package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.Samples.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A plan is found in what clients print around it, and its steps still point into the whole text.
final class WrappingTest {

  static Stream<Sample> documents() {
    return Samples.all().stream()
        .filter(
            sample ->
                !sample.refused()
                    && !sample.name().toLowerCase(java.util.Locale.ROOT).contains("traditional"))
        .filter(sample -> !sample.text().startsWith("<not"));
  }

  static Stream<Sample> grids() {
    return Samples.all().stream()
        .filter(sample -> sample.name().toLowerCase(java.util.Locale.ROOT).contains("traditional"));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void the_frame_of_the_mysql_client(Sample sample) {
    String plan = sample.text().stripTrailing();
    String border = "+" + "-".repeat(60) + "+\n";
    same(
        sample,
        "mysql> explain format=tree select 1\n    -> from dual;\n"
            + border
            + "| EXPLAIN"
            + " ".repeat(52)
            + "|\n"
            + border
            + "| "
            + plan
            + " |\n"
            + border
            + "1 row in set, 1 warning (0.00 sec)\n\nNote (Code 1003): /* select#1 */ select 1 AS `1`\n");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_frame_around_every_line(Sample sample) {
    var framed = new StringBuilder("+---------+\n| EXPLAIN |\n+---------+\n");
    sample
        .text()
        .stripTrailing()
        .lines()
        .forEach(line -> framed.append("| ").append(line).append("   |\n"));
    same(sample, framed.append("+---------+\n").toString());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void vertical_output(Sample sample) {
    same(
        sample,
        "mysql> explain ...\\G\n*************************** 1. row ***************************\nEXPLAIN: "
            + sample.text().stripTrailing()
            + "\n1 row in set (0.00 sec)\n");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void vertical_output_whose_row_of_stars_was_not_copied(Sample sample) {
    String plan = sample.text().stripTrailing();
    same(sample, "EXPLAIN: " + plan);
    same(sample, "see here:\r\n\r\nexplain:" + plan + "\n1 row in set, 1 warning (0.01 sec)\n");
    if (plan.startsWith("{")) {
      same(sample, "ANALYZE: " + plan + "\n");
    }
  }

  @Test
  void wordsThatSpeakOfExplainAreNoPlan() {
    assertThat(PlanReading.read("EXPLAIN: it says that all rows are read").format())
        .isEqualTo(PlanFormat.UNKNOWN);
  }

  @ParameterizedTest
  @MethodSource("documents")
  void batch_mode_with_escapes(Sample sample) {
    String escaped =
        sample.text().stripTrailing().replace("\\", "\\\\").replace("\n", "\\n") + "\\n";
    same(sample, "EXPLAIN\n" + escaped + "\n");
  }

  @ParameterizedTest
  @MethodSource("documents")
  void a_header_windows_line_ends_and_a_byte_order_mark(Sample sample) {
    same(sample, "\uFEFFEXPLAIN\r\n" + sample.text().replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @MethodSource("grids")
  void tabular_plans_in_a_frame_with_a_header_and_vertically(Sample sample) {
    List<String[]> rows = sample.text().lines().map(line -> line.split("\t", -1)).toList();
    String[] names = names(rows.getFirst().length);
    var frame = new StringBuilder("+--+--+\n| " + String.join(" | ", names) + " |\n+--+--+\n");
    var header = new StringBuilder(String.join("\t", names) + "\n");
    var vertical = new StringBuilder();
    for (int i = 0; i < rows.size(); i++) {
      String[] row = rows.get(i);
      frame.append("| ").append(String.join(" | ", row)).append(" |\n");
      header.append(String.join("\t", row)).append('\n');
      vertical
          .append("*************************** ")
          .append(i + 1)
          .append(". row ***************************\n");
      for (int column = 0; column < row.length; column++) {
        vertical.append("%13s: %s%n".formatted(names[column], row[column]));
      }
    }
    Plan plain = PlanReading.read(sample.text());
    for (String wrapped :
        List.of(frame + "+--+--+\n", header.toString(), vertical + "2 rows in set (0.00 sec)\n")) {
      Plan plan = PlanReading.read(wrapped);
      assertThat(plan.format()).isEqualTo(PlanFormat.TABULAR);
      assertThat(labels(plan)).isEqualTo(labels(plain));
      assertThat(plan.nodes()).allSatisfy(node -> assertThat(node.raw().of(wrapped)).isNotEmpty());
    }
  }

  @Test
  void end_markers_in_json_are_read_over() {
    Plan plan =
        PlanReading.read(
            """
            {
              "query_block": {
                "select_id": 1,
                "nested_loop": [
                  {"table": {"table_name": "a", "access_type": "ALL", "rows": 10, "filtered": 100} /* table */},
                  {"table": {"table_name": "b", "access_type": "ref", "key": "k", "ref": ["t.a.x"] /* ref */,
                             "rows": 2, "filtered": 100} /* table */}
                ] /* nested_loop */
              } /* query_block */
            }
            """);
    assertThat(labels(plan))
        .containsExactly(
            "Nested loop join", "Table scan on a", "Index lookup on b using k (t.a.x)");
    assertThat(plan.notes()).isEmpty();
  }

  @Test
  void the_rewritten_statement_is_kept() {
    String text =
        Samples.text("mysql80/explain-join-TREE.txt")
            + "Note (Code 1003): /* select#1 */ select `a` AS `a`\n";
    assertThat(PlanReading.read(text).rewritten()).contains("/* select#1 */ select `a` AS `a`");
    assertThat(
            PlanReading.read(Samples.text("mysql97/explain-sub-JSON-v2.txt"))
                .rewritten()
                .orElseThrow())
        .startsWith("/* select#1 */ select `c`.`id`");
  }

  private static void same(Sample sample, String wrapped) {
    Plan plain = PlanReading.read(sample.text());
    Plan plan = PlanReading.read(wrapped);
    assertThat(plan.format()).isEqualTo(plain.format());
    assertThat(labels(plan)).isEqualTo(labels(plain));
    for (PlanNode node : plan.nodes()) {
      String raw = node.raw().of(wrapped);
      boolean tree = plan.format() == PlanFormat.TREE;
      assertThat(raw).startsWith(tree ? "-> " + node.label().lines().findFirst().orElse("") : "{");
    }
  }

  private static List<String> labels(Plan plan) {
    return plan.nodes().stream().map(PlanNode::label).toList();
  }

  private static String[] names(int count) {
    return (switch (count) {
          case 10 -> "id select_type table type possible_keys key key_len ref rows Extra";
          case 12 ->
              "id select_type table partitions type possible_keys key key_len ref rows filtered Extra";
          default -> throw new AssertionError(count + " columns");
        })
        .split(" ");
  }
}
