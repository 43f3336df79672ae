package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.binnacle.explain.Measure;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanFormat;
import org.binnacle.explain.drawing.DiagramDrawing;
import org.binnacle.explain.drawing.Icicle;
import org.binnacle.explain.drawing.LeftDeep;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.insight.Finding;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.live.Explained;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.read.PlanReading;
import org.jspecify.annotations.Nullable;

/// A plan that is read, judged and laid out, ready for the screen. Made off the FX thread.
///
/// @param about where it is from
/// @param findings worst first
/// @param icicle the bars of the flame
/// @param diagram the places of the boxes
/// @param drawing the diagram drawn
/// @param widths of the tree's columns
public record Opened(
    About about,
    Plan plan,
    List<Finding> findings,
    Weights weights,
    Icicle icicle,
    LeftDeep diagram,
    Picture drawing,
    StepWidths widths) {

  /// Reads a text; never fails, look at {@link #known}.
  public static Opened read(String text, About about) {
    return of(PlanReading.read(text), about);
  }

  public static Opened of(Plan plan, About about) {
    return of(
        plan,
        about,
        plan.format() == PlanFormat.UNKNOWN ? List.of() : Insights.of(plan, about.facts()));
  }

  /// What a server told, as the engine judged it.
  public static Opened of(Explained live) {
    return of(live.plan(), About.of(live), live.findings());
  }

  private static Opened of(Plan plan, About about, List<Finding> findings) {
    var weights = new Weights(plan, findings);
    var diagram = LeftDeep.of(plan);
    return new Opened(
        about,
        plan,
        findings,
        weights,
        Icicle.of(plan, weights),
        diagram,
        DiagramDrawing.of(diagram, weights),
        StepWidths.of(weights));
  }

  /// A plan is itself only: comparing trees of hundreds of steps took 60 ms of the FX thread each
  /// time one was opened, and two that look alike may be of different servers.
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }

  /// Whether the text was a plan at all.
  public boolean known() {
    return plan.format() != PlanFormat.UNKNOWN;
  }

  /// In a few words: its first tables, else what it is called.
  public String name() {
    String tables =
        String.join(
            ", ",
            weights.nodes().stream()
                .flatMap(node -> node.table().stream())
                .filter(table -> !table.internal())
                .map(table -> table.name())
                .distinct()
                .limit(3)
                .toList());
    return tables.isEmpty() ? about.name() : tables;
  }

  /// The same plan with a further finding before the others of its severity.
  public Opened with(Finding finding) {
    var all = new ArrayList<>(findings);
    all.addFirst(finding);
    all.sort(Comparator.comparing(Finding::severity));
    return of(plan, about, all);
  }

  /// Measured milliseconds of the whole, where the plan was run.
  public OptionalDouble totalMs() {
    return plan.roots().stream()
        .flatMap(root -> root.measured().stream())
        .map(Measure.Measured::totalMs)
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .max();
  }

  /// The format as users call it.
  public String format() {
    String analysed = plan.analysed() ? ", analysed" : "";
    return switch (plan.format()) {
          case TABULAR -> "tabular";
          case JSON_V1 -> "JSON 1";
          case JSON_V2 -> "JSON 2";
          case TREE -> plan.analysed() ? "EXPLAIN ANALYZE" : "TREE";
          case MARIADB_JSON -> "MariaDB JSON";
          case UNKNOWN -> "no plan";
        }
        + (plan.format() == PlanFormat.TREE ? "" : analysed);
  }
}
