package org.binnacle.explain.view.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import org.binnacle.explain.PlanNode;
import org.binnacle.explain.TableRef;
import org.binnacle.explain.drawing.Steps;
import org.binnacle.explain.schema.IndexInfo;
import org.binnacle.explain.schema.TableInfo;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.Column;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;

/// The tables of the plan: how each is read, and what the server tells of it where it was asked.
final class TablesTab implements PlanTab {

  /// One index of one table, or the table where nothing is known of its indexes.
  private record Line(
      int order,
      String name,
      String table,
      String access,
      String rows,
      String size,
      String index,
      String columns,
      String cardinality,
      boolean used) {}

  private final PlanModel model;
  private final LiveTable<Line, Integer> table;
  private final SqlArea definition = SqlArea.reader();
  private final SplitPane split = new SplitPane();
  private final BorderPane root = new BorderPane(split);
  private Optional<Opened> shown = Optional.empty();

  TablesTab(PlanModel model, Settings settings) {
    this.model = model;
    root.setId("plan-tables");
    table =
        new LiveTable<>(
            "plan.tables",
            Line::order,
            List.of(
                Column.text("table", "Table", 150, Line::table),
                Column.text("access", "Read by", 120, Line::access),
                Column.text("rows", "Rows", 76, Line::rows),
                Column.text("size", "Data + indexes", 140, Line::size),
                Column.<Line>text("index", "Index", 116, Line::index)
                    .icon(line -> line.used() ? "mdi2c-check" : ""),
                Column.text("columns", "Columns", 150, Line::columns),
                Column.text("cardinality", "Cardinality", 110, Line::cardinality)),
            settings);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table.view());
    table.selection().addListener((seen, was, is) -> choose());
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void show() {
    if (model.opened().get().equals(shown)) {
      return;
    }
    shown = model.opened().get();
    shown.ifPresent(
        plan -> {
          List<Line> lines = lines(plan);
          table.rows(lines);
          if (!lines.isEmpty()) {
            define(lines.getFirst());
          }
          boolean asked = !plan.about().tables().isEmpty();
          split.getItems().setAll(table.view(), asked ? definition : needed());
          split.setDividerPositions(0.55);
        });
  }

  private static Node needed() {
    return Placeholder.of(
        "mdi2c-connection",
        "Definitions and sizes need a connection",
        "This plan came as text. Explain the statement on an instance, and the tables'"
            + " definitions, sizes and index cardinalities stand here.");
  }

  private static List<Line> lines(Opened plan) {
    Map<String, List<PlanNode>> reads = new LinkedHashMap<>();
    for (PlanNode node : plan.weights().nodes()) {
      node.table()
          .filter(one -> !one.internal())
          .ifPresent(one -> reads.computeIfAbsent(one.name(), x -> new ArrayList<>()).add(node));
    }
    var lines = new ArrayList<Line>();
    reads.forEach((name, nodes) -> add(lines, plan, name, nodes));
    return lines;
  }

  private static void add(List<Line> lines, Opened plan, String name, List<PlanNode> nodes) {
    String access =
        nodes.stream().map(Steps::operation).distinct().collect(Collectors.joining(", "));
    List<String> used =
        nodes.stream().flatMap(node -> node.index().stream()).map(index -> index.name()).toList();
    Optional<TableInfo> known = Optional.ofNullable(plan.about().tables().get(name));
    if (known.isEmpty() || known.get().indexes().isEmpty()) {
      String whole = nodes.getFirst().table().map(TablesTab::whole).orElse(name);
      String index = String.join(", ", used.stream().distinct().toList());
      lines.add(
          new Line(
              lines.size(),
              name,
              whole,
              access,
              known.map(one -> figure(one.rows())).orElse(""),
              known.map(TablesTab::size).orElse(""),
              index,
              "",
              "",
              !index.isEmpty()));
      return;
    }
    TableInfo info = known.get();
    String whole = info.schema() + "." + info.name();
    boolean first = true;
    for (IndexInfo index : info.indexes()) {
      lines.add(
          new Line(
              lines.size(),
              name,
              first ? whole + (name.equals(info.name()) ? "" : "  " + name) : "",
              first ? access : "",
              first ? figure(info.rows()) : "",
              first ? size(info) : "",
              index.name()
                  + (index.unique() && !index.primary() ? ", unique" : "")
                  + (index.visible() ? "" : ", invisible"),
              String.join(", ", index.columns()),
              index.parts().stream()
                  .map(part -> figure(part.cardinality()))
                  .collect(Collectors.joining(" / ")),
              used.contains(index.name())));
      first = false;
    }
  }

  private static String whole(TableRef table) {
    String base = table.base().orElse(table.name());
    String named = table.schema().map(schema -> schema + "." + base).orElse(base);
    return base.equals(table.name()) ? named : named + "  " + table.name();
  }

  private static String figure(OptionalLong value) {
    return value.isEmpty() ? "" : "%,d".formatted(value.getAsLong());
  }

  private static String size(TableInfo sheet) {
    return sheet.dataBytes().isEmpty()
        ? ""
        : bytes(sheet.dataBytes().getAsLong()) + " + " + bytes(sheet.indexBytes().orElse(0));
  }

  static String bytes(long bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= 1024 && unit < units.length - 1) {
      value /= 1024;
      unit++;
    }
    return String.format(
        Locale.ROOT, unit == 0 || value >= 100 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }

  private void choose() {
    List<Line> selected = table.selection().get();
    if (selected.size() != 1 || shown.isEmpty()) {
      return;
    }
    define(selected.getFirst());
  }

  private void define(Line line) {
    TableInfo info = shown.orElseThrow().about().tables().get(line.name());
    if (info != null) {
      definition.show(info.ddl().isEmpty() ? "-- this account may not see it" : info.ddl());
    }
  }

  @Override
  public void close() {
    table.close();
    definition.close();
  }
}
