package org.binnacle.explain.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.explain.JoinAlgorithm;
import org.binnacle.explain.JoinType;
import org.binnacle.explain.Measure;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;
import org.binnacle.explain.Samples;
import org.junit.jupiter.api.Test;

/// What the readers make of the finer points of each format.
final class ReadingTest {

  @Test
  void a_subquery_in_the_select_list_hangs_below_the_plan_that_it_serves() {
    PlanNode root =
        PlanReading.read(Samples.text("mysql-8.0.33/q04.analyze.txt")).roots().getFirst();
    assertThat(root.label()).isEqualTo("Filter: (c.id < 50)");
    PlanNode subquery = root.children().getLast();
    assertThat(subquery.role()).isEqualTo(Role.PROJECTION);
    assertThat(subquery.kind()).isEqualTo(new NodeKind.Subquery(2, true, false));
    // Its 3.65 ms are not run inside the filter's 0.0465 ms.
    assertThat(root.measured().orElseThrow().selfMs().orElseThrow())
        .isCloseTo(0.0064, within(1e-9));
  }

  @Test
  void times_are_per_loop_and_become_totals_and_own_times() {
    Plan plan = PlanReading.read(Samples.text("mysql-8.0.33/q01.analyze.txt"));
    PlanNode lookup = plan.nodes().getLast();
    var measured = (Measure.Measured) lookup.measure();
    assertThat(measured.loops()).isEqualTo(1250);
    assertThat(measured.totalMs().orElseThrow()).isCloseTo(0.11 * 1250, within(1e-9));
    assertThat(measured.allRows()).isEqualTo(7500);
    assertThat(lookup.estimate().rows()).hasValue(5.78);
  }

  @Test
  void engineering_numbers_are_read() {
    PlanNode root = PlanReading.read(Samples.text("mysql-8.0.33/q03.tree.txt")).roots().getFirst();
    assertThat(root.estimate().cost()).hasValue(7.22e6);
    assertThat(root.estimate().rows()).hasValue(72.2e6);
    PlanNode never =
        PlanReading.read(
                "-> Table scan on t  (cost=1.5 rows=10) (actual time=934e-6..1.2e+3 rows=2e+6 loops=1)")
            .roots()
            .getFirst();
    assertThat(never.measured().orElseThrow().totalMs()).hasValue(1200);
  }

  @Test
  void never_executed_masked_numbers_and_a_measure_on_its_own_line() {
    Plan plan =
        PlanReading.read(
            """
            -> Nested loop left join  (cost=... rows=...)
                (actual time=0.1..0.2 rows=0 loops=1)
                -> Table scan on a  (cost=0.35 rows=1)
                    (actual time=0.05..0.05 rows=0 loops=1)
                -> Filter: (b.x = 'a) (cost=1 rows=2)')  (cost=0.35 rows=1) (never executed)
                    -> Table scan on b  (cost=0.35 rows=1) (never executed)
            """);
    List<PlanNode> nodes = plan.nodes();
    assertThat(nodes).hasSize(4);
    assertThat(nodes.get(0).estimate().rows()).isEmpty();
    assertThat(nodes.get(0).measured()).isPresent();
    assertThat(nodes.get(1).measured()).isPresent();
    assertThat(nodes.get(2).measure()).isEqualTo(new Measure.NeverExecuted());
    assertThat(nodes.get(2).traits().conditions().filter())
        .contains("(b.x = 'a) (cost=1 rows=2)')");
  }

  @Test
  void a_literal_that_looks_like_a_step_is_none() {
    Plan plan =
        PlanReading.read(
            """
            -> Filter: (t.a = 'one
                        -> Table scan on fake
            two')  (cost=1 rows=1)
                -> Table scan on t  (cost=1 rows=10)
            """);
    assertThat(plan.nodes()).hasSize(2);
    assertThat(plan.roots().getFirst().estimate().rows()).hasValue(1);
  }

  @Test
  void old_and_new_spelling_read_alike() {
    PlanNode old =
        PlanReading.read("-> Index lookup on t using k (a=1)  (cost=1 rows=1)").roots().getFirst();
    PlanNode newer =
        PlanReading.read("-> Index lookup on t using k (a = 1)  (cost=1 rows=1)")
            .roots()
            .getFirst();
    assertThat(old.kind()).isEqualTo(newer.kind());
    assertThat(old.id()).isEqualTo(newer.id());
  }

  @Test
  void several_roots_are_kept() {
    Plan plan =
        PlanReading.read(
            "-> Table scan on a  (cost=1 rows=1)\n-> Table scan on b  (cost=1 rows=1)\n");
    assertThat(plan.roots()).hasSize(2);
  }

  @Test
  void hash_join_sides_agree_between_tree_json_1_and_tabular() {
    for (String file : List.of("q10.tree.txt", "q10.json.txt", "q10.traditional.txt")) {
      PlanNode join =
          PlanReading.read(Samples.text("mysql-8.0.33/" + file)).nodes().stream()
              .filter(node -> node.kind() instanceof NodeKind.Join)
              .findFirst()
              .orElseThrow();
      assertThat(((NodeKind.Join) join.kind()).algorithm()).isEqualTo(JoinAlgorithm.HASH);
      for (PlanNode side : join.children()) {
        String table = side.table().orElseThrow().name();
        assertThat(side.role()).as(file).isEqualTo(table.equals("a") ? Role.BUILD : Role.PROBE);
      }
    }
  }

  @Test
  void mariadbs_buffered_join_tells_its_rows_and_its_time() {
    PlanNode join =
        PlanReading.read(Samples.text("mariadb114/explain-hashjoin-MARIA-ANALYZE-JSON.txt"))
            .roots()
            .getFirst();
    assertThat(join.kind())
        .isEqualTo(new NodeKind.Join(JoinAlgorithm.BLOCK_NESTED_LOOP, JoinType.UNSAID));
    assertThat(join.measured().orElseThrow().rows()).isCloseTo(910, within(0.01));
    assertThat(join.measured().orElseThrow().selfMs().orElseThrow())
        .isCloseTo(277.979, within(0.001));
  }

  @Test
  void an_outer_join_of_mariadb_does_not_claim_rows_that_are_not_told() {
    Plan plan = PlanReading.read(Samples.text("mariadb114/explain-derived-MARIA-ANALYZE-JSON.txt"));
    PlanNode join =
        plan.nodes().stream()
            .filter(node -> node.kind() instanceof NodeKind.Join)
            .findFirst()
            .orElseThrow();
    assertThat(((NodeKind.Join) join.kind()).type()).isEqualTo(JoinType.LEFT);
    assertThat(join.measured()).isEmpty();
  }

  @Test
  void analyze_statement_of_mariadb_is_read_with_its_measures() {
    Plan plan =
        PlanReading.read(
            """
            1\tPRIMARY\tt1\tALL\tNULL\tNULL\tNULL\tNULL\t1000\t980.00\t100.00\t5.10\tUsing where
            1\tPRIMARY\tt2\tref\tk\tk\t4\ttest.t1.a\t2\tNULL\t100.00\tNULL\tUsing where
            """);
    assertThat(plan.nodes().get(1).measured().orElseThrow().rows()).isCloseTo(49.98, within(1e-9));
    assertThat(plan.nodes().get(1).measured().orElseThrow().examined()).hasValue(980);
    assertThat(plan.nodes().get(2).measure()).isEqualTo(new Measure.NeverExecuted());
  }

  @Test
  void what_is_not_known_becomes_a_node_with_its_text() {
    Plan plan =
        PlanReading.read(
            "-> Quantum scan on t  (cost=1 rows=2)\n    -> Table scan on t  (cost=1 rows=2)\n");
    assertThat(plan.roots().getFirst().kind()).isEqualTo(new NodeKind.Other("Quantum scan on t"));
    assertThat(plan.roots().getFirst().estimate().rows()).hasValue(2);
    Plan json =
        PlanReading.read(
            "{\"query_block\": {\"brand_new\": {\"table\": {\"table_name\": \"t\", \"access_type\": \"ALL\"}}}}");
    assertThat(json.roots().getFirst().kind()).isEqualTo(new NodeKind.Other("brand_new"));
    assertThat(json.nodes()).hasSize(2);
    Plan none = PlanReading.read("ERROR 1064 (42000): You have an error in your SQL syntax");
    assertThat(none.format()).isEqualTo(PlanFormat.UNKNOWN);
    assertThat(none.roots().getFirst().label()).startsWith("ERROR 1064");
  }

  @Test
  void refused_statements_of_real_servers_are_no_plans() {
    Samples.all().stream()
        .filter(Samples.Sample::refused)
        .forEach(
            sample ->
                assertThat(PlanReading.read(sample.text()).format()).isEqualTo(PlanFormat.UNKNOWN));
  }

  @Test
  void old_mariadb_prints_the_same_key_for_each_table() {
    Plan plan =
        PlanReading.read(
            """
            {"query_block": {"select_id": 1,
              "table": {"table_name": "a", "access_type": "ALL", "rows": 3, "filtered": 100},
              "block-nl-join": {"table": {"table_name": "b", "access_type": "ALL", "rows": 4, "filtered": 100},
                "buffer_type": "flat", "buffer_size": "256Kb", "join_type": "BNLH"},
              "subqueries": [{"expression_cache": {"state": "uninitialized", "r_hit_ratio": 50,
                "query_block": {"select_id": 2, "table": {"table_name": "c", "access_type": "ALL", "rows": 1}}}}]}}
            """);
    assertThat(plan.format()).isEqualTo(PlanFormat.MARIADB_JSON);
    assertThat(plan.nodes()).hasSize(5);
    assertThat(((NodeKind.Join) plan.roots().getFirst().kind()).algorithm())
        .isEqualTo(JoinAlgorithm.HASH);
    assertThat(plan.nodes().get(3).kind()).isEqualTo(new NodeKind.Subquery(2, true, true));
    assertThat(plan.nodes().get(2).has(Flag.JOIN_BUFFER)).isTrue();
  }
}
