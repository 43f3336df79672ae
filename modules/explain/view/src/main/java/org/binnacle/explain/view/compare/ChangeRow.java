package org.binnacle.explain.view.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.css.PseudoClass;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.compare.Change;
import org.binnacle.explain.compare.Comparison;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.theme.States;

/// One line of a comparison: a step before, the same step after, and what became of it.
///
/// @param order its place: steps of the later plan in its order, each removed one behind what stood
///   before it
/// @param before the step as it was, indented by its depth; empty where it was added
/// @param after the step as it is; empty where it was removed
record ChangeRow(int order, Change change, String before, String after) {

  static List<ChangeRow> of(Comparison comparison, Plan before, Plan after) {
    Map<String, Integer> was = depths(before);
    Map<String, Integer> is = depths(after);
    List<Change> ordered = ordered(comparison, before);
    var rows = new ArrayList<ChangeRow>();
    for (Change change : ordered) {
      rows.add(
          new ChangeRow(
              rows.size(), change, words(change.before(), was), words(change.after(), is)));
    }
    return rows;
  }

  /// The removed steps come last in a comparison; here each stands behind the step that it
  /// followed.
  private static List<Change> ordered(Comparison comparison, Plan before) {
    var kept = new ArrayList<Change>();
    Map<String, Change> removed = new HashMap<>();
    for (Change change : comparison.changes()) {
      if (change.kind() == Change.Kind.REMOVED) {
        change.before().ifPresent(node -> removed.put(node.id(), change));
      } else {
        kept.add(change);
      }
    }
    Map<String, List<Change>> behind = new HashMap<>();
    var first = new ArrayList<Change>();
    String last = "";
    for (PlanNode node : before.nodes()) {
      Change gone = removed.get(node.id());
      if (gone == null) {
        last = node.id();
      } else if (last.isEmpty()) {
        first.add(gone);
      } else {
        behind.computeIfAbsent(last, none -> new ArrayList<>()).add(gone);
      }
    }
    var all = new ArrayList<Change>(first);
    for (Change change : kept) {
      all.add(change);
      change.before().ifPresent(node -> all.addAll(behind.getOrDefault(node.id(), List.of())));
    }
    return all;
  }

  private static Map<String, Integer> depths(Plan plan) {
    var depths = new HashMap<String, Integer>();
    plan.roots().forEach(root -> depth(root, 0, depths));
    return depths;
  }

  private static void depth(PlanNode node, int at, Map<String, Integer> depths) {
    depths.put(node.id(), at);
    node.children().forEach(child -> depth(child, at + 1, depths));
  }

  private static String words(Optional<PlanNode> node, Map<String, Integer> depths) {
    return node.map(
            one -> {
              String table = Steps.table(one);
              String index = Steps.index(one);
              return "\u2003".repeat(Math.min(20, depths.getOrDefault(one.id(), 0)))
                  + Steps.operation(one)
                  + (table.isEmpty() ? "" : "  " + table)
                  + (index.isEmpty() ? "" : "  " + index);
            })
        .orElse("");
  }

  String kind() {
    return change.kind() == Change.Kind.SAME ? "" : change.kind().name().toLowerCase(Locale.ROOT);
  }

  private String token() {
    return switch (change.kind()) {
      case SAME -> "";
      case MOVED -> "blue";
      case CHANGED -> "orange";
      case ADDED -> "green";
      case REMOVED -> "red";
    };
  }

  private String icon() {
    return switch (change.kind()) {
      case SAME -> "";
      case MOVED -> "mdi2s-swap-vertical";
      case CHANGED -> "mdi2n-not-equal-variant";
      case ADDED -> "mdi2p-plus";
      case REMOVED -> "mdi2m-minus";
    };
  }

  static Set<PseudoClass> states(ChangeRow row) {
    return switch (row.change().kind()) {
      case SAME -> Set.of(States.ASLEEP);
      case REMOVED -> Set.of(States.GONE);
      case MOVED, CHANGED, ADDED -> Set.of();
    };
  }

  static List<Column<ChangeRow>> columns() {
    return List.of(
        Column.<ChangeRow>text("kind", "Change", 90, ChangeRow::kind).pill(ChangeRow::token),
        Column.<ChangeRow>text("before", "Before", 330, ChangeRow::before)
            .tip(row -> row.change().before().map(PlanNode::label).orElse("")),
        Column.<ChangeRow>text("after", "After", 330, ChangeRow::after)
            .icon(ChangeRow::icon)
            .tip(row -> row.change().after().map(PlanNode::label).orElse("")),
        figure("rows", "Rows", row -> DeltaWords.of(row.change().rows())),
        figure("ms", "Total ms", row -> DeltaWords.of(row.change().timeMs())),
        figure("cost", "Cost", row -> DeltaWords.of(row.change().cost())));
  }

  private static Column<ChangeRow> figure(
      String id, String title, java.util.function.Function<ChangeRow, String> text) {
    return Column.text(id, title, 170, text);
  }
}
