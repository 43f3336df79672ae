package org.binnacle.explain.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.binnacle.explain.Plan;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.explain.samples.SampleSet;
import org.binnacle.explain.schema.ColumnInfo;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.junit.jupiter.api.Test;

final class PlanHistoryTest {

  /// Of one statement, as five servers printed them: the hash tells what the comparison tells.
  @Test
  void plansHaveOneHashWhereTheyHaveOneShape() {
    Map<String, List<Plan>> plans = new LinkedHashMap<>();
    for (SampleSet.Recorded one : SampleSet.recorded()) {
      Plan plan = PlanReading.read(one.text());
      plans.computeIfAbsent(one.query() + " " + plan.format(), key -> new ArrayList<>()).add(plan);
    }
    int alike = 0;
    int others = 0;
    var wrong = new ArrayList<String>();
    for (var entry : plans.entrySet()) {
      List<Plan> all = entry.getValue();
      for (Plan before : all) {
        for (Plan after : all) {
          boolean same = Comparison.of(before, after).sameShape();
          boolean hash = PlanShape.of(before).hash().equals(PlanShape.of(after).hash());
          if (same != hash) {
            wrong.add(entry.getKey());
          }
          alike += same ? 1 : 0;
          others += same ? 0 : 1;
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(alike).isGreaterThan(500);
    assertThat(others).isGreaterThan(100);
  }

  private static TableInfo orders(long rows, IndexInfo... indexes) {
    return new TableInfo(
        "shop",
        "orders",
        "InnoDB",
        OptionalLong.of(rows),
        OptionalLong.of(rows * 90),
        OptionalLong.empty(),
        3,
        List.of(
            new ColumnInfo("id", "int", false, Optional.empty(), "auto_increment", "", ""),
            new ColumnInfo(
                "état", "varchar(9)", true, Optional.of(""), "", "utf8mb4_bin", "\"quoted\"\n")),
        List.of(indexes),
        "CREATE TABLE orders (…)");
  }

  private static IndexInfo index(String name, boolean visible, long distinct, String... columns) {
    var parts = new ArrayList<IndexInfo.Part>();
    for (String column : columns) {
      parts.add(
          new IndexInfo.Part(
              column,
              column.startsWith("(") ? Optional.of(column) : Optional.empty(),
              OptionalLong.of(10),
              true,
              OptionalLong.of(distinct)));
    }
    return new IndexInfo(name, false, "BTREE", visible, parts);
  }

  @Test
  void whatIsKnownBesideAPlanComesBackAsItWas() {
    var beside =
        new Beside(
            List.of("1003 /* select#1 */ select 1", "nothing could be read of table x"),
            Map.of("o", orders(9, index("by_state", false, 5, "état", "(lower(état))"))),
            Map.of("optimizer_switch", "mrr=on", "sort_buffer_size", "262144"));
    assertThat(Beside.read(beside.text())).isEqualTo(beside);
    assertThat(Beside.read("")).isEqualTo(Beside.NOTHING);
    assertThat(Beside.read("{}")).isEqualTo(Beside.NOTHING);
    assertThat(Beside.read("{\"tables\":{\"o\":")).isEqualTo(Beside.NOTHING);
    assertThat(Beside.read("[7]")).isEqualTo(Beside.NOTHING);
  }

  @Test
  void whatIsNotAsItWasIsTold() {
    var before =
        new Beside(
            List.of(),
            Map.of(
                "o",
                orders(
                    49_000,
                    index("by_state", true, 5, "état"),
                    index("by_day", true, 900, "day"),
                    index("old", true, 7, "a"))),
            Map.of("optimizer_switch", "mrr=on,skip_scan=on", "sort_buffer_size", "262144"));
    var after =
        new Beside(
            List.of(),
            Map.of(
                "o",
                orders(
                    120_000,
                    index("by_state", false, 5, "état"),
                    index("by_day", true, 2_000, "day"),
                    index("fresh", true, 7, "a", "b"))),
            Map.of("optimizer_switch", "mrr=off,skip_scan=on", "sort_buffer_size", "1048576"));
    assertThat(BesideChanges.of("8.0.33", before, "8.4.3", after))
        .containsExactlyInAnyOrder(
            "the server's version: 8.0.33, now 8.4.3",
            "orders: index by_state (état) is hidden",
            "orders: index fresh (a, b) is new",
            "orders: index old (a) is gone",
            "orders: rows, as statistics tell: 49,000, now 120,000",
            "orders: distinct values of by_day: 900, now 2,000",
            "optimizer_switch: now mrr=off",
            "sort_buffer_size: 262144, now 1048576");
    assertThat(BesideChanges.of("8.0.33", before, "8.0.33", before)).isEmpty();
    assertThat(BesideChanges.of("", Beside.NOTHING, "8.0.33", after)).isEmpty();
  }
}
