package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.binnacle.explain.Measure;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.drawing.Weights;
import org.binnacle.explain.mouth.Figures;

/// All that is known of a step as names and values, for the side pane and the clipboard. Pure.
final class StepText {
  private StepText() {}

  /// A name and its value; conditions are text of the server's that is shown laid out.
  record Fact(String name, String value, boolean condition) {
    Fact(String name, String value) {
      this(name, value, false);
    }
  }

  static List<Fact> facts(PlanNode node, Weights plan) {
    var facts = new ArrayList<Fact>();
    node.table().ifPresent(table -> facts.add(new Fact("Table", table(table))));
    add(facts, "Index", Steps.index(node));
    node.index()
        .ifPresent(
            index -> {
              if (index.covering()) {
                facts.add(new Fact("Covering", "yes, the table itself is not read"));
              }
              index.keyBytes().ifPresent(b -> facts.add(new Fact("Key used", b + " bytes")));
            });
    add(facts, "Rows expected", Figures.rows(node.estimate().rows()));
    if (node.estimate().examined().isPresent()
        && !node.estimate().examined().equals(node.estimate().rows())) {
      add(facts, "Rows read, expected", Figures.rows(node.estimate().examined()));
    }
    node.estimate()
        .filteredPct()
        .ifPresent(pct -> facts.add(new Fact("Filtered", Figures.plain(pct) + " % kept")));
    measured(facts, node);
    double share = plan.share(node);
    if (share > 0) {
      String of = plan.unit() == Weights.Unit.MS ? " % of the time" : " % of the whole";
      facts.add(new Fact("Itself", Figures.plain(Math.round(share * 1000) / 10.0) + of));
    }
    add(facts, "Cost", Figures.rows(node.estimate().cost()));
    add(facts, "Cost, first row", Figures.rows(node.estimate().firstRowCost()));
    var conditions = node.traits().conditions();
    conditions.lookup().ifPresent(text -> facts.add(new Fact("Looks for", text, true)));
    conditions.index().ifPresent(text -> facts.add(new Fact("Index condition", text, true)));
    if (!conditions.ranges().isEmpty()) {
      facts.add(new Fact("Ranges", String.join("\n", conditions.ranges()), true));
    }
    conditions.filter().ifPresent(text -> facts.add(new Fact("Condition", text, true)));
    add(facts, "Flags", String.join(", ", Steps.flags(node)));
    node.traits().details().forEach((key, value) -> add(facts, key.replace('_', ' '), value));
    return facts;
  }

  private static String table(TableRef table) {
    String base = table.base().orElse(table.name());
    String whole = table.schema().map(schema -> schema + "." + base).orElse(base);
    return base.equals(table.name()) ? whole : whole + " as " + table.name();
  }

  private static void measured(List<Fact> facts, PlanNode node) {
    switch (node.measure()) {
      case Measure.Measured measured -> {
        String loops = measured.loops() == 1 ? "" : " × " + Figures.plain(measured.loops());
        facts.add(new Fact("Rows found", Figures.plain(measured.rows()) + loops));
        OptionalDouble off = Weights.misjudged(node);
        if (off.isPresent()) {
          add(facts, "Estimate", Misjudged.words(off.getAsDouble()));
        }
        add(facts, "Rows read", Figures.rows(measured.examined()));
        add(facts, "Total ms", Figures.ms(measured.totalMs()));
        add(facts, "Self ms", Figures.ms(measured.selfMs()));
        add(facts, "First row ms", Figures.ms(measured.firstMs()));
      }
      case Measure.NeverExecuted never -> facts.add(new Fact("Executed", "never"));
      case Measure.Unmeasured unmeasured -> {
        // Nothing was measured: nothing is told.
      }
    }
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, value));
    }
  }

  /// The step as text: its words, then a line for each fact.
  static String copy(PlanNode node, Weights plan) {
    var text = new StringBuilder(Steps.line(node.label())).append('\n');
    facts(node, plan)
        .forEach(
            fact ->
                text.append("  ")
                    .append(fact.name())
                    .append(": ")
                    .append(Steps.line(fact.value()))
                    .append('\n'));
    plan.findings(node)
        .forEach(
            found ->
                text.append("  ")
                    .append(found.severity())
                    .append(" ")
                    .append(found.insight())
                    .append(": ")
                    .append(found.words())
                    .append('\n'));
    return text.toString();
  }

  /// Everything that a search looks through.
  static String all(PlanNode node) {
    var conditions = node.traits().conditions();
    return String.join(
        " ",
        node.label(),
        Steps.operation(node),
        Steps.table(node),
        Steps.index(node),
        conditions.filter().orElse(""),
        conditions.index().orElse(""),
        conditions.lookup().orElse(""),
        String.join(" ", Steps.flags(node)));
  }
}
