package org.binnacle.explain.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.read.PlanReading;
import org.junit.jupiter.api.Test;

/// Plans of one statement, aligned.
final class ComparisonTest {

  @Test
  void a_plan_compared_with_itself_is_the_same_step_by_step() {
    for (Samples.Sample sample : Samples.all()) {
      Plan plan = PlanReading.read(sample.text());
      Comparison comparison = Comparison.of(plan, plan);
      assertThat(comparison.sameShape()).as(sample.toString()).isTrue();
      assertThat(comparison.changes()).hasSize(plan.nodes().size());
    }
  }

  @Test
  void the_same_plan_of_two_versions_differs_in_cost_only() {
    Comparison comparison =
        compare("mysql80/explain-derived-TREE.txt", "mysql97/explain-derived-TREE.txt");
    assertThat(comparison.sameShape()).isTrue();
    Change join = change(comparison, "Nested loop left join");
    assertThat(join.cost().difference()).hasValue(1544 - 1143);
  }

  @Test
  void estimate_and_analysed_plan_of_one_statement_have_the_same_shape() {
    for (int query = 1; query <= 16; query++) {
      String name = "mysql-8.0.33/q%02d".formatted(query);
      assertThat(compare(name + ".tree.txt", name + ".analyze.txt").sameShape()).as(name).isTrue();
    }
  }

  @Test
  void block_nested_loop_on_5_7_is_a_hash_join_on_8_0() {
    Comparison comparison =
        compare("mysql57/explain-hashjoin-JSON.txt", "mysql80/explain-hashjoin-JSON.txt");
    Change join = change(comparison, "Hash join");
    assertThat(join.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(join.before().map(PlanNode::label)).contains("Block nested loop join");
  }

  @Test
  void mariadb_10_scans_an_index_where_11_sorts_a_scan() {
    Comparison comparison =
        compare(
            "mariadb1011/explain-derived-MARIA-ANALYZE-JSON.txt",
            "mariadb114/explain-derived-MARIA-ANALYZE-JSON.txt");
    assertThat(change(comparison, "Table scan on orders").kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(change(comparison, "Sort: orders.customer_id").kind()).isEqualTo(Change.Kind.ADDED);
    assertThat(change(comparison, "Index lookup on i using PRIMARY (d.c)").before()).isPresent();
  }

  @Test
  void an_index_added_turns_a_scan_into_a_lookup_and_takes_the_sort_away() {
    Comparison comparison =
        Comparison.of(
            PlanReading.read(Samples.text("mysql-8.0.33/q02.analyze.txt")),
            PlanReading.read(
                """
                -> Limit: 5 row(s)  (cost=0.5 rows=5) (actual time=0.1..0.2 rows=5 loops=1)
                    -> Filter: (ord.total > 90.00)  (cost=0.5 rows=5) (actual time=0.1..0.2 rows=5 loops=1)
                        -> Index scan on ord using created (reverse)  (cost=0.5 rows=5) (actual time=0.1..0.2 rows=55 loops=1)
                """));
    Change scan = change(comparison, "Index scan on ord using created (reverse)");
    assertThat(scan.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(scan.rows()).isEqualTo(new Delta(opt(30000), opt(55)));
    assertThat(removed(comparison))
        .containsExactly("Sort: ord.created DESC, limit input to 5 row(s) per chunk");
    assertThat(comparison.cost()).isEqualTo(new Delta(opt(2912), opt(0.5)));
    assertThat(comparison.timeMs().difference().orElseThrow()).isNegative();
  }

  @Test
  void tables_joined_the_other_way_round_have_moved() {
    Comparison comparison =
        Comparison.of(PlanReading.read(join("a", "b")), PlanReading.read(join("b", "a")));
    assertThat(change(comparison, "Table scan on a").kind()).isEqualTo(Change.Kind.MOVED);
    assertThat(change(comparison, "Table scan on b").kind()).isEqualTo(Change.Kind.MOVED);
    assertThat(change(comparison, "Nested loop inner join").kind()).isEqualTo(Change.Kind.SAME);
  }

  private static String join(String outer, String inner) {
    return """
    -> Nested loop inner join  (cost=1 rows=1)
        -> Table scan on %s  (cost=1 rows=1)
        -> Table scan on %s  (cost=1 rows=1)
    """
        .formatted(outer, inner);
  }

  private static java.util.OptionalDouble opt(double value) {
    return java.util.OptionalDouble.of(value);
  }

  private static Comparison compare(String before, String after) {
    return Comparison.of(
        PlanReading.read(Samples.text(before)), PlanReading.read(Samples.text(after)));
  }

  private static Change change(Comparison comparison, String after) {
    return comparison.changes().stream()
        .filter(change -> change.after().map(PlanNode::label).equals(Optional.of(after)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> removed(Comparison comparison) {
    return comparison.changes().stream()
        .filter(change -> change.kind() == Change.Kind.REMOVED)
        .map(change -> change.before().map(PlanNode::label).orElse(""))
        .toList();
  }
}
