package org.binnacle.explain.mouth;

import java.util.ArrayList;
import java.util.List;
import org.binnacle.explain.Flag;
import org.binnacle.explain.Measure;
import org.binnacle.explain.Plan;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.Role;

/// A plan as lines of text: the tree, then its figures in columns, one line for each step.
public final class TextTree {
  private static final int WIDEST = 90;

  private record Row(String step, List<String> cells) {}

  private TextTree() {}

  public static String of(Plan plan) {
    boolean analysed = plan.analysed();
    var head = new ArrayList<>(List.of("est rows", "cost"));
    if (analysed) {
      head.addAll(List.of("rows", "loops", "total ms", "self ms"));
    }
    head.add("flags");
    var rows = new ArrayList<Row>();
    rows.add(new Row("step", head));
    plan.roots().forEach(root -> add(rows, root, "", "", analysed));
    return aligned(rows);
  }

  private static void add(
      List<Row> rows, PlanNode node, String first, String more, boolean analysed) {
    rows.add(new Row(shortened(first + words(node)), cells(node, analysed)));
    List<PlanNode> children = node.children();
    for (int i = 0; i < children.size(); i++) {
      boolean last = i == children.size() - 1;
      add(
          rows,
          children.get(i),
          more + (last ? "└─ " : "├─ "),
          more + (last ? "   " : "│  "),
          analysed);
    }
  }

  private static String words(PlanNode node) {
    String label = Findings.line(node.label());
    boolean told = node.role() == Role.BUILD || node.role() == Role.PROJECTION;
    return told
        ? "[" + (node.role() == Role.BUILD ? "build" : "select list") + "] " + label
        : label;
  }

  private static String shortened(String text) {
    return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 1) + "…";
  }

  private static List<String> cells(PlanNode node, boolean analysed) {
    var cells = new ArrayList<String>();
    cells.add(Figures.rows(node.estimate().rows()));
    cells.add(Figures.rows(node.estimate().cost()));
    if (analysed) {
      switch (node.measure()) {
        case Measure.Measured measured -> {
          cells.add(Figures.plain(measured.rows()));
          cells.add(Figures.plain(measured.loops()));
          cells.add(Figures.ms(measured.totalMs()));
          cells.add(Figures.ms(measured.selfMs()));
        }
        case Measure.NeverExecuted never -> cells.addAll(List.of("never", "", "", ""));
        case Measure.Unmeasured unmeasured -> cells.addAll(List.of("", "", "", ""));
      }
    }
    cells.add(String.join(", ", node.traits().flags().stream().map(Flag::words).toList()));
    return cells;
  }

  private static String aligned(List<Row> rows) {
    int columns = rows.getFirst().cells.size();
    int[] width = new int[columns];
    int step = 0;
    for (Row row : rows) {
      step = Math.max(step, row.step.length());
      for (int i = 0; i < columns; i++) {
        width[i] = Math.max(width[i], row.cells.get(i).length());
      }
    }
    var text = new StringBuilder();
    for (Row row : rows) {
      var line = new StringBuilder(row.step).append(" ".repeat(step - row.step.length()));
      for (int i = 0; i < columns - 1; i++) {
        String cell = row.cells.get(i);
        line.append("  ").append(" ".repeat(width[i] - cell.length())).append(cell);
      }
      line.append("  ").append(row.cells.getLast());
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
