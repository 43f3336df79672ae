package org.binnacle.explain.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Samples;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.kernel.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each insight finds its fault: on the real output of a server where one shows it, else on a plan
/// of the shape that servers print.
final class InsightsTest {

  /// @param at words that the label of the step found must hold; empty where it is the whole plan
  record Case(String insight, Severity severity, String at, String plan, Facts facts) {
    @Override
    public String toString() {
      return insight + " " + severity;
    }
  }

  private static final Facts NONE = Facts.NONE;

  static Stream<Case> cases() {
    return Stream.of(
        real(
            "scan.table", Severity.WARNING, "Table scan on ord", "mysql-8.0.33/q02.json.txt", NONE),
        real(
            "scan.index",
            Severity.WARNING,
            "Index scan on ord using cust_id",
            "mysql-8.0.33/q11.tree.txt",
            NONE),
        real(
            "scan.filtered-late",
            Severity.WARNING,
            "Table scan on cust",
            "mysql-8.0.33/q08.analyze.txt",
            NONE),
        made(
            "join.no-index",
            Severity.CRITICAL,
            "Table scan on b",
            """
            -> Nested loop inner join  (cost=51050 rows=50000) (actual time=0.1..900 rows=50000 loops=1)
                -> Table scan on a  (cost=50 rows=500) (actual time=0.1..1 rows=500 loops=1)
                -> Filter: (b.x = a.x)  (cost=0.5 rows=100) (actual time=0.1..1.7 rows=100 loops=500)
                    -> Table scan on b  (cost=0.5 rows=1000) (actual time=0.1..1.5 rows=1000 loops=500)
            """,
            NONE),
        made(
            "join.hash-large",
            Severity.WARNING,
            "Inner hash join",
            """
            -> Inner hash join (o.ref = p.ref)  (cost=9.9e+9 rows=99e+6)
                -> Table scan on o  (cost=0.9 rows=900000)
                -> Hash
                    -> Table scan on p  (cost=40112 rows=400000)
            """,
            NONE),
        real(
            "join.block-nested-loop",
            Severity.WARNING,
            "Block nested loop",
            "mysql57/explain-hashjoin-JSON.txt",
            NONE),
        made(
            "join.cartesian",
            Severity.CRITICAL,
            "no condition",
            """
            -> Inner hash join (no condition)  (cost=2.5e+6 rows=25e+6)
                -> Table scan on b  (cost=0.04 rows=5000)
                -> Hash
                    -> Table scan on a  (cost=504 rows=5000)
            """,
            NONE),
        real(
            "sort.filesort",
            Severity.WARNING,
            "Sort: ord.created DESC",
            "mysql-8.0.33/q02.tree.txt",
            NONE),
        made(
            "sort.spill",
            Severity.WARNING,
            "Sort: t.a",
            """
            {"query_block": {"select_id": 1, "r_loops": 1, "r_total_time_ms": 900.1, "nested_loop": [
              {"read_sorted_file": {"r_rows": 200000, "filesort": {"sort_key": "t.a", "r_loops": 1,
                "r_total_time_ms": 850.2, "r_used_priority_queue": false, "r_output_rows": 200000,
                "r_sort_passes": 4, "r_buffer_size": "256Kb", "r_sort_mode": "sort_key,rowid",
                "table": {"table_name": "t", "access_type": "ALL", "r_loops": 1, "rows": 200000,
                  "r_rows": 200000, "r_table_time_ms": 90, "r_other_time_ms": 5, "filtered": 100,
                  "r_filtered": 100}}}}]}}
            """,
            NONE),
        real(
            "temp.table",
            Severity.NOTICE,
            "Union materialize",
            "mysql-8.0.33/q09.analyze.txt",
            NONE),
        made(
            "derived.not-pushed",
            Severity.WARNING,
            "Table scan on d",
            """
            -> Filter: (d.n > 10)  (cost=1.2..3251 rows=9600)
                -> Table scan on d  (cost=6300..6365 rows=28879)
                    -> Materialize  (cost=6300..6300 rows=28879)
                        -> Window aggregate: row_number() OVER (PARTITION BY ord.cust_id )\s
                            -> Sort: ord.cust_id  (cost=2912 rows=28879)
                                -> Table scan on ord  (cost=2912 rows=28879)
            """,
            NONE),
        made(
            "subquery.dependent",
            Severity.CRITICAL,
            "Select #2",
            """
            -> Filter: (c.id < 5000)  (cost=1010 rows=4999) (actual time=0.02..4.6 rows=4999 loops=1)
                -> Index range scan on c using PRIMARY over (id < 5000)  (cost=1010 rows=4999) (actual time=0.02..4 rows=4999 loops=1)
            -> Select #2 (subquery in projection; dependent)
                -> Aggregate: max(o.created)  (cost=2.6 rows=1) (actual time=0.0744..0.0745 rows=1 loops=4999)
                    -> Index lookup on o using cust_id (cust_id=c.id)  (cost=2.02 rows=5.78) (actual time=0.0734..0.0738 rows=6 loops=4999)
            """,
            NONE),
        made(
            "subquery.uncacheable",
            Severity.WARNING,
            "Select #2",
            lines(
                "1\tPRIMARY\tt\tNULL\tALL\tNULL\tNULL\tNULL\tNULL\t100\t100.00\tUsing where",
                "2\tUNCACHEABLE SUBQUERY\tu\tNULL\tALL\tNULL\tNULL\tNULL\tNULL\t10\t100.00\tNULL"),
            NONE),
        real(
            "rows.misestimate",
            Severity.CRITICAL,
            "Inner hash join",
            "mysql97/explain-hashjoin-ANALYZE-JSON.txt",
            NONE),
        made(
            "index.intersection",
            Severity.NOTICE,
            "Index merge on t",
            "1\tSIMPLE\tt\tNULL\tindex_merge\ta,b\ta,b\t5,5\tNULL\t12\t100.00\tUsing intersect(a,b); Using where\n",
            NONE),
        made(
            "range.long",
            Severity.NOTICE,
            "Index range scan on t",
            "-> Index range scan on t using k over (k = 1) OR (k = 2) OR (298 more)  (cost=320 rows=300)\n",
            NONE),
        made(
            "range.replanned",
            Severity.WARNING,
            "re-planned",
            """
            -> Nested loop inner join  (cost=900 rows=9000)
                -> Table scan on a  (cost=9 rows=90)
                -> Index range scan on b (re-planned for each iteration)  (cost=0.1 rows=100)
            """,
            NONE),
        real(
            "index.low-selectivity",
            Severity.WARNING,
            "Index lookup on o using status",
            "mysql-8.0.33/q03.tree.txt",
            NONE.withTables(
                Map.of("o", new TableFacts(OptionalLong.of(28879), "InnoDB", 0, Set.of())))),
        real(
            "index.not-covering",
            Severity.NOTICE,
            "Index lookup on o using status",
            "mysql-8.0.33/q03.analyze.txt",
            NONE),
        made(
            "index.backward",
            Severity.NOTICE,
            "(reverse)",
            lines(
                "-> Limit: 10 row(s)  (cost=0.1 rows=10)",
                "    -> Index scan on t using created (reverse)  (cost=0.1 rows=10)"),
            NONE),
        made(
            "index.skip-scan",
            Severity.NOTICE,
            "skip scan",
            lines(
                "-> Filter: (t.b > 5)  (cost=20 rows=50)",
                "    -> Covering index skip scan on t using ab over 5 < b  (cost=20 rows=50)"),
            NONE),
        real(
            "condition.conversion",
            Severity.WARNING,
            "Filter: (cust.`name` = 12345)",
            "mysql-8.0.33/q08.tree.txt",
            NONE.withTables(
                Map.of(
                    "cust", new TableFacts(OptionalLong.of(5000), "InnoDB", 0, Set.of("name"))))),
        real(
            "condition.function",
            Severity.WARNING,
            "Filter: (cast(cust.created",
            "mysql-8.0.33/q16.tree.txt",
            NONE),
        made(
            "condition.leading-wildcard",
            Severity.WARNING,
            "Filter",
            lines(
                "-> Filter: (cust.`name` like '%smith')  (cost=504 rows=555)",
                "    -> Table scan on cust  (cost=504 rows=5000)"),
            NONE),
        made(
            "condition.or",
            Severity.WARNING,
            "Filter",
            lines(
                "-> Filter: ((cust.country = 'DE') or (cust.`name` = 'x'))  (cost=504 rows=950)",
                "    -> Table scan on cust  (cost=504 rows=5000)"),
            NONE),
        made(
            "limit.offset",
            Severity.WARNING,
            "Limit/Offset",
            lines(
                "-> Limit/Offset: 20/100000 row(s)  (cost=10100 rows=20)",
                "    -> Index scan on t using PRIMARY  (cost=10100 rows=100020)"),
            NONE),
        real(
            "limit.unordered",
            Severity.NOTICE,
            "",
            "mysql-8.0.33/q10.tree.txt",
            sql("mysql-8.0.33/q10.sql")),
        made(
            "select.star",
            Severity.NOTICE,
            "Index lookup on ord using status",
            "-> Index lookup on ord using status (status='new')  (cost=1517 rows=14439)\n",
            NONE.withSql("select * from ord where status = 'new'")),
        made(
            "rows.none",
            Severity.NOTICE,
            "Zero rows",
            "-> Zero rows (Impossible WHERE)  (cost=0..0 rows=0)\n",
            NONE),
        made(
            "partitions.all",
            Severity.WARNING,
            "Table scan on p",
            "1\tSIMPLE\tp\tp0,p1,p2,p3\tALL\tNULL\tNULL\tNULL\tNULL\t4000\t10.00\tUsing where\n",
            NONE.withTables(
                Map.of("p", new TableFacts(OptionalLong.of(4000), "InnoDB", 4, Set.of())))),
        made(
            "engine.secondary",
            Severity.NOTICE,
            "Table scan on t",
            "1\tSIMPLE\tt\tNULL\tALL\tNULL\tNULL\tNULL\tNULL\t4000\t10.00\tUsing where; Using secondary engine RAPID\n",
            NONE),
        real(
            "plan.stale",
            Severity.WARNING,
            "",
            "mysql57/explain-hashjoin-TRADITIONAL.txt",
            NONE.withFresh(
                PlanReading.read(Samples.text("mysql80/explain-hashjoin-TRADITIONAL.txt")))),
        made(
            "index.forced",
            Severity.WARNING,
            "",
            "-> Table scan on t  (cost=10 rows=100)\n",
            NONE.withSql("select a from t force index (by_a) where b = 1")),
        made(
            "cte.repeated",
            Severity.CRITICAL,
            "Materialize (invalidate",
            """
            -> Nested loop inner join  (cost=6000 rows=5000) (actual time=0.2..80 rows=5000 loops=1)
                -> Invalidate materialized tables (row from c)  (cost=504 rows=5000) (actual time=0.1..4 rows=5000 loops=1)
                    -> Table scan on c  (cost=504 rows=5000) (actual time=0.1..3 rows=5000 loops=1)
                -> Table scan on l  (cost=2.6..5 rows=2) (actual time=0.01..0.014 rows=1 loops=5000)
                    -> Materialize (invalidate on row from c)  (cost=2.1..2.1 rows=1) (actual time=0.01..0.012 rows=1 loops=5000)
                        -> Limit: 1 row(s)  (cost=2 rows=1) (actual time=0.01..0.01 rows=1 loops=5000)
                            -> Index lookup on o using cust_id (cust_id=c.id)  (cost=2 rows=5.78) (actual time=0.01..0.01 rows=1 loops=5000)
            """,
            NONE),
        made(
            "semijoin.deduplication",
            Severity.NOTICE,
            "weedout",
            """
            -> Remove duplicate c rows using temporary table (weedout)  (cost=9000 rows=28879)
                -> Nested loop inner join  (cost=9000 rows=28879)
                    -> Table scan on o  (cost=2912 rows=28879)
                    -> Single-row index lookup on c using PRIMARY (id=o.cust_id)  (cost=0.25 rows=1)
            """,
            NONE),
        made(
            "join.order",
            Severity.NOTICE,
            "Inner hash join",
            """
            -> Inner hash join (b.k = a.k)  (cost=9000 rows=5000)
                -> Table scan on b  (cost=1 rows=50)
                -> Hash
                    -> Table scan on a  (cost=9000 rows=50000)
            """,
            NONE),
        made(
            "optimizer.switch",
            Severity.NOTICE,
            "Materialize",
            lines(
                "-> Filter: (d.n > 1)  (cost=2 rows=3)",
                "    -> Table scan on d  (cost=2 rows=9)",
                "        -> Materialize  (cost=2 rows=9)",
                "            -> Table scan on t  (cost=2 rows=9)"),
            NONE.withVariables(
                Map.of(
                    "optimizer_switch",
                    "derived_merge=on,derived_condition_pushdown=off,hash_join=off"))),
        real(
            "engine.other",
            Severity.WARNING,
            "Table scan on ord",
            "mysql-8.0.33/q02.tree.txt",
            NONE.withTables(
                Map.of("ord", new TableFacts(OptionalLong.of(28879), "MyISAM", 0, Set.of())))),
        real(
            "time.concentrated",
            Severity.WARNING,
            "Index lookup on o using cust_id",
            "mysql-8.0.33/q01.analyze.txt",
            NONE),
        real("plan.estimate", Severity.OK, "", "mysql-8.0.33/q02.json.txt", NONE));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void an_insight_finds_its_fault_with_numbers_and_the_step(Case it) {
    Plan plan = PlanReading.read(it.plan());
    List<Finding> found =
        Insights.of(plan, it.facts()).stream()
            .filter(one -> one.insight().equals(it.insight()))
            .toList();
    assertThat(found).as("findings of " + it.insight()).isNotEmpty();
    Finding finding = found.getFirst();
    assertThat(finding.severity()).isEqualTo(it.severity());
    assertThat(finding.evidence()).isNotEmpty();
    assertThat(finding.words()).endsWith(".");
    assertThat(finding.next()).isNotBlank();
    Map<String, PlanNode> byId =
        plan.nodes().stream().collect(Collectors.toMap(PlanNode::id, node -> node));
    assertThat(finding.nodes()).hasSize(it.at().isEmpty() ? 0 : 1);
    for (String id : finding.nodes()) {
      assertThat(byId).hasEntrySatisfying(id, node -> assertThat(node.label()).contains(it.at()));
    }
  }

  @Test
  void there_are_forty_insights_with_ids_of_their_own_and_each_has_its_case() {
    Set<String> ids =
        Insights.shipped().stream().map(Insight::id).collect(Collectors.toCollection(TreeSet::new));
    assertThat(ids).hasSize(40);
    Set<String> tested = cases().map(Case::insight).collect(Collectors.toCollection(TreeSet::new));
    assertThat(tested).isEqualTo(ids);
  }

  @Test
  void a_step_stopped_by_limit_or_first_match_is_no_misestimate() {
    String plan =
        """
        -> Limit: 5 row(s)  (cost=2912 rows=5) (actual time=0.1..0.2 rows=5 loops=1)
            -> Table scan on ord  (cost=2912 rows=28879) (actual time=0.1..0.2 rows=5 loops=1)
        """;
    assertThat(ids(plan, NONE)).doesNotContain("rows.misestimate");
    assertThat(ids(Samples.text("mariadb114/explain-sub-MARIA-ANALYZE-JSON.txt"), NONE))
        .doesNotContain("rows.misestimate");
    assertThat(ids(Samples.text("mysql80/explain-sub-ANALYZE.txt"), NONE))
        .doesNotContain("rows.misestimate");
  }

  @Test
  void a_table_materialized_once_for_many_lookups_is_not_made_again() {
    for (String file :
        List.of(
            "mysql80/explain-sub-TREE.txt",
            "mysql97/explain-sub-JSON-v1.txt",
            "mariadb1011/explain-sub-JSON.txt")) {
      assertThat(ids(Samples.text(file), NONE)).as(file).doesNotContain("cte.repeated");
    }
  }

  @Test
  void block_nested_loop_is_no_fault_where_the_server_runs_it_as_a_hash_join() {
    Plan plan = PlanReading.read(Samples.text("mysql57/explain-hashjoin-JSON.txt"));
    Finding newer = only(plan, NONE.withServer("8.0.33"));
    assertThat(newer.severity()).isEqualTo(Severity.NOTICE);
    assertThat(newer.words()).contains("runs it as a hash join");
    assertThat(only(plan, NONE.withServer("5.7.29")).severity()).isEqualTo(Severity.WARNING);
    assertThat(only(plan, NONE.withServer("10.11.6-MariaDB")).next()).contains("join_cache_level");
  }

  @Test
  void no_advice_asks_to_switch_hash_joins_or_block_nested_loops() {
    cases()
        .flatMap(it -> Insights.of(PlanReading.read(it.plan()), it.facts()).stream())
        .forEach(
            finding ->
                assertThat(finding.next()).doesNotContain("hash_join=", "block_nested_loop="));
  }

  @Test
  void a_small_plan_over_a_primary_key_gives_nothing_but_that_it_is_an_estimate() {
    String plan = "-> Single-row index lookup on t using PRIMARY (id=1)  (cost=0.35 rows=1)\n";
    assertThat(ids(plan, NONE.withServer("8.4.0"))).containsExactly("plan.estimate");
  }

  @Test
  void words_in_literals_are_no_conditions() {
    String plan =
        lines(
            "-> Filter: (t.a = 'x or lower(t.b) like %y')  (cost=504 rows=500)",
            "    -> Table scan on t  (cost=504 rows=5000)");
    assertThat(ids(plan, NONE))
        .doesNotContain("condition.or", "condition.function", "condition.leading-wildcard");
  }

  @Test
  void every_real_output_can_be_looked_at() {
    for (Samples.Sample sample : Samples.all()) {
      Plan plan = PlanReading.read(sample.text());
      Set<String> known = plan.nodes().stream().map(PlanNode::id).collect(Collectors.toSet());
      for (Finding finding : Insights.of(plan, NONE)) {
        assertThat(known).as(sample.toString()).containsAll(finding.nodes());
      }
      assertThat(plan.nodes())
          .noneMatch(node -> node.kind() instanceof NodeKind.Subquery && node.children().isEmpty());
    }
  }

  private static Finding only(Plan plan, Facts facts) {
    return Insights.of(plan, facts).stream()
        .filter(finding -> finding.insight().equals("join.block-nested-loop"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> ids(String plan, Facts facts) {
    return Insights.of(PlanReading.read(plan), facts).stream().map(Finding::insight).toList();
  }

  private static Case real(String insight, Severity severity, String at, String file, Facts facts) {
    return new Case(insight, severity, at, Samples.text(file), facts);
  }

  private static Case made(String insight, Severity severity, String at, String plan, Facts facts) {
    return new Case(insight, severity, at, plan, facts);
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  private static Facts sql(String file) {
    return NONE.withSql(Samples.text(file));
  }
}
