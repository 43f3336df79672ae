package org.binnacle.explain.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.binnacle.explain.AccessMethod;
import org.binnacle.explain.NodeKind;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.read.PlanReading;
import org.binnacle.explain.samples.SampleSet.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The readers on what five real servers printed for the whole set.
@SuppressWarnings("NullAway")
final class SampleSetTest {
  private static final String NO_TREE = "<not executable by iterator executor>";

  static Stream<Recorded> recorded() {
    return SampleSet.recorded().stream();
  }

  @Test
  void theSetIsWhole() {
    assertThat(SampleSet.queries()).hasSizeGreaterThanOrEqualTo(60);
    for (var server : SampleSet.servers()) {
      for (SampleSet.Query query : SampleSet.queries()) {
        boolean known = !query.not57() || !server.name().equals("MYSQL_5_7");
        assertThat(
                recorded()
                    .filter(one -> one.server().equals(server.name()))
                    .filter(one -> one.query().equals(query.name()))
                    .map(Recorded::form))
            .as(server + " " + query.name())
            .isEqualTo(known ? SampleRecorder.forms(server, query.sql()) : List.of());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void everyPlanIsReadWhole(Recorded recorded) {
    Plan plan = PlanReading.read(recorded.text());
    // A plan without any table has none of the words that tell MariaDB's JSON from MySQL's.
    boolean bare = recorded.server().startsWith("MARIADB") && plan.format() == PlanFormat.JSON_V1;
    assertThat(bare ? PlanFormat.MARIADB_JSON : plan.format()).isEqualTo(format(recorded));
    assertThat(plan.notes()).isEmpty();
    for (PlanNode node : plan.nodes()) {
      if (node.kind() instanceof NodeKind.Other other) {
        assertThat(other.text()).isEqualTo(NO_TREE);
      }
    }
    PlanCount.check(plan);
    assertThat(Insights.of(plan, Facts.NONE)).isNotNull();
  }

  private static PlanFormat format(Recorded recorded) {
    boolean maria = recorded.server().startsWith("MARIADB");
    return switch (recorded.form()) {
      case "TABULAR", "ANALYZE-TABULAR" -> PlanFormat.TABULAR;
      case "JSON_V1" -> PlanFormat.JSON_V1;
      case "JSON", "ANALYZE-JSON" -> maria ? PlanFormat.MARIADB_JSON : PlanFormat.JSON_V2;
      default -> PlanFormat.TREE;
    };
  }

  /// All that the tabular and the tree form of a statement read, its JSON form reads too. (Trees
  /// leave out tables that were read while planning; the table calls derived ones by number.)
  @Test
  void theJsonFormReadsAllTablesOfTheOthers() {
    Map<String, Map<String, TreeSet<String>>> tables = new LinkedHashMap<>();
    recorded()
        .filter(one -> !one.text().contains(NO_TREE) && !one.form().startsWith("ANALYZE"))
        .forEach(
            one ->
                tables
                    .computeIfAbsent(one.server() + " " + one.query(), key -> new LinkedHashMap<>())
                    .put(one.form(), PlanCount.tables(PlanReading.read(one.text()))));
    var differ = new ArrayList<String>();
    tables.forEach(
        (key, forms) -> {
          TreeSet<String> json = forms.getOrDefault("JSON_V1", forms.get("JSON"));
          if (!forms.values().stream().allMatch(json::containsAll)) {
            differ.add(key + " " + forms);
          }
        });
    assertThat(tables).hasSizeGreaterThan(290);
    assertThat(differ).isEmpty();
  }

  /// TREE and JSON version 2 of MySQL 9 tell the same steps.
  @Test
  void treeAndJsonVersionTwoHaveTheSameSteps() {
    Map<String, Plan> trees = new LinkedHashMap<>();
    recorded()
        .filter(one -> one.server().equals("MYSQL_9") && one.form().equals("TREE"))
        .forEach(one -> trees.put(one.query(), PlanReading.read(one.text())));
    var differ = new ArrayList<String>();
    recorded()
        .filter(one -> one.server().equals("MYSQL_9") && one.form().equals("JSON"))
        .forEach(
            one -> {
              Plan json = PlanReading.read(one.text());
              List<String> steps = steps(json);
              Plan tree = trees.get(one.query());
              if (tree == null || !steps.equals(steps(tree))) {
                differ.add(one.query());
              }
            });
    assertThat(trees).hasSizeGreaterThanOrEqualTo(60);
    assertThat(differ).isEmpty();
  }

  /// A statement has as many steps in a format whether it was run or not.
  @Test
  void measuredPlansHaveTheStepsOfEstimatedOnes() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    recorded()
        .filter(one -> !one.form().startsWith("ANALYZE"))
        .forEach(
            one -> counts.put(key(one, one.form()), PlanReading.read(one.text()).nodes().size()));
    var differ = new ArrayList<String>();
    int compared = 0;
    for (Recorded one : recorded().filter(any -> any.form().startsWith("ANALYZE-")).toList()) {
      Integer estimated = counts.get(key(one, one.form().substring(8)));
      int measured = PlanReading.read(one.text()).nodes().size();
      compared++;
      if (estimated == null || estimated != measured) {
        differ.add(key(one, one.form()) + " " + estimated + " " + measured);
      }
    }
    assertThat(compared).isGreaterThan(290);
    assertThat(differ).isEmpty();
  }

  /// The block formats of a statement read its tables equally often.
  @Test
  void theTabularFormHasAsManyAccessesAsTheJsonForm() {
    Map<String, Long> tabular = new LinkedHashMap<>();
    recorded()
        .filter(one -> one.form().equals("TABULAR"))
        .forEach(one -> tabular.put(key(one, ""), accesses(one)));
    var differ = new ArrayList<String>();
    recorded()
        .filter(
            one ->
                one.form().equals("JSON_V1")
                    || (one.form().equals("JSON") && one.server().startsWith("MARIADB")))
        .filter(one -> !tabular.getOrDefault(key(one, ""), -1L).equals(accesses(one)))
        .forEach(one -> differ.add(key(one, "") + tabular.get(key(one, "")) + " " + accesses(one)));
    assertThat(tabular).hasSizeGreaterThan(290);
    assertThat(differ).isEmpty();
  }

  private static long accesses(Recorded one) {
    return PlanReading.read(one.text()).nodes().stream()
        // A table that MariaDB only writes stands in its JSON without an access type.
        .filter(
            node ->
                node.kind() instanceof NodeKind.Access access
                    && access.method() != AccessMethod.UNKNOWN_ACCESS)
        // What is known before tables are read has a table without a name in JSON only.
        .filter(node -> node.table().filter(table -> !table.name().isEmpty()).isPresent())
        .count();
  }

  private static String key(Recorded one, String form) {
    return one.server() + " " + one.query() + " " + form;
  }

  private static List<String> steps(Plan plan) {
    return plan.nodes().stream().map(node -> node.kind().code()).sorted().toList();
  }
}
