package org.binnacle.diagnosis.view.incident;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.binnacle.diagnosis.incident.Grid;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.report.Mask;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// An incident in full: its summary, then a tab for each part. What is shown was recorded; there
/// are no actions on servers here.
public final class IncidentPanel implements Panel {
  static final DateTimeFormatter AT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("sessions", "Sessions");
    TITLES.put("locks", "Locks");
    TITLES.put("transactions", "Transactions");
    TITLES.put("status", "Status delta");
    TITLES.put("replication", "Replication");
    TITLES.put("innodb", "InnoDB");
    TITLES.put("top-sql", "Top SQL");
    TITLES.put("plans", "Plans");
    TITLES.put("variables", "Variables");
    TITLES.put("tables", "Tables");
    TITLES.put("server", "Log, memory, files");
  }

  private final Kit kit;
  private final String incidentId;
  private final Questions questions = new Questions("incident");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Incident");
  private final BorderPane root = new BorderPane();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final CheckBox mask = new CheckBox("Mask literals, hosts, users");
  private Optional<Incident> shown = Optional.empty();

  public IncidentPanel(Kit kit, String incidentId) {
    FxThread.check();
    this.kit = kit;
    this.incidentId = incidentId;
    root.getStyleClass().add("incident-panel");
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    root.setCenter(Placeholder.loading("Reading the incident"));
    questions.ask(
        () ->
            kit.incidents()
                .orElseThrow(() -> new Fault(IncidentFaults.UNKNOWN, incidentId))
                .find(incidentId),
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Incident>(Incident incident) -> show(incident);
            case Outcome.Failed<Incident>(Fault fault) ->
                root.setCenter(
                    Placeholder.of(
                        "mdi2a-alert-circle-outline",
                        kit.words().of(fault).happened(),
                        kit.words().of(fault).next()));
          }
        });
  }

  private void show(Incident incident) {
    shown = Optional.of(incident);
    title.set("Incident " + incident.title());
    var where = new ChoiceBox<String>();
    incident.recorded().forEach(one -> where.getItems().add(one.instance().name()));
    where.getSelectionModel().selectFirst();
    where.setVisible(incident.recorded().size() > 1);
    where.setManaged(incident.recorded().size() > 1);
    where
        .getSelectionModel()
        .selectedIndexProperty()
        .addListener((seen, was, is) -> tabs(incident, is.intValue()));
    var recorded = new Label("RECORDED " + AT.format(incident.at()));
    recorded.getStyleClass().add("recorded-mark");
    var about =
        new Label(
            incident.title()
                + "  ("
                + incident.trigger()
                + (incident.masked() ? ", masked" : "")
                + ")");
    about.getStyleClass().add("heading");
    HBox.setHgrow(about, Priority.ALWAYS);
    about.setMaxWidth(Double.MAX_VALUE);
    var bar =
        new HBox(
            recorded,
            about,
            where,
            mask,
            Icons.button(
                "mdi2e-export-variant",
                "Export...",
                "Write it as a web page, JSON or Markdown",
                this::export));
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    root.setTop(new VBox(bar));
    tabs(incident, 0);
  }

  private void tabs(Incident incident, int index) {
    closeTabs();
    var tabs = new TabPane();
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs().add(new Tab("Summary", SummaryView.of(incident)));
    if (index < incident.recorded().size()) {
      Recorded one = incident.recorded().get(index);
      TITLES.forEach(
          (step, words) -> one.part(step).ifPresent(part -> tabs.getTabs().add(lazy(words, part))));
      one.parts().stream()
          .filter(part -> !TITLES.containsKey(part.step()))
          .forEach(part -> tabs.getTabs().add(lazy(part.step(), part)));
    }
    root.setCenter(tabs);
  }

  /// Its content is made when the tab is first chosen.
  private Tab lazy(String words, Part part) {
    var tab = new Tab(words);
    if (part.status() != Part.Status.OK) {
      tab.setGraphic(Icons.of(SummaryView.icon(part.status())));
    }
    tab.setOnSelectionChanged(
        event -> {
          if (tab.isSelected() && tab.getContent() == null) {
            tab.setContent(content(part));
          }
        });
    return tab;
  }

  private Node content(Part part) {
    Map<String, Node> pages = new LinkedHashMap<>();
    if (part.step().equals("locks")) {
      pages.put("tree", treeText(part));
    }
    part.grids()
        .forEach(
            (name, grid) -> {
              var table =
                  new GridTable(
                      "incident." + part.step() + "." + name.replace(' ', '-'),
                      name,
                      grid,
                      kit.settings());
              open.add(table);
              pages.put(pages.containsKey(name) ? name + " table" : name, table);
            });
    part.texts()
        .forEach(
            (name, text) -> pages.put(pages.containsKey(name) ? name + " text" : name, text(text)));
    var box = new BorderPane();
    if (!part.detail().isEmpty()) {
      var note = SummaryView.wrapped(part.detail(), "part-note");
      box.setTop(note);
    }
    if (pages.isEmpty()) {
      box.setCenter(
          Placeholder.of(
              SummaryView.icon(part.status()),
              "Nothing was recorded",
              part.detail().isEmpty() ? "The server told nothing here." : part.detail()));
    } else if (pages.size() == 1) {
      box.setCenter(pages.values().iterator().next());
    } else {
      var inner = new TabPane();
      inner.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
      inner.getStyleClass().add("inner-tabs");
      pages.forEach((name, node) -> inner.getTabs().add(new Tab(name, node)));
      box.setCenter(inner);
    }
    return box;
  }

  private Node treeText(Part part) {
    var text = new StringBuilder();
    var tree = part.grids().getOrDefault("tree", Grid.EMPTY);
    tree.lines()
        .forEach(
            line -> {
              int depth = Math.clamp(line.number("depth", 0), 0, 40);
              text.append("   ".repeat(depth)).append(depth == 0 ? "" : "└─ ");
              text.append(line.text("who")).append(' ').append(line.text("user")).append('@');
              text.append(line.text("host")).append("  ").append(line.text("doing"));
              if (line.number("blocks", 0) > 0) {
                text.append("  blocks ").append(line.text("blocks"));
                text.append(", killing it frees ").append(line.text("frees"));
              }
              if (depth > 0) {
                text.append("  waits for ").append(line.text("lock"));
              }
              String sql = line.text("sql").isEmpty() ? line.text("last_sql") : line.text("sql");
              if (!sql.isEmpty()) {
                text.append('\n').append("   ".repeat(depth + 1));
                text.append(sql.replaceAll("\\s+", " "));
              }
              text.append('\n');
            });
    return text(text.isEmpty() ? "No session waits." : text.toString());
  }

  private Node text(String words) {
    SqlArea area = SqlArea.reader();
    area.show(words);
    open.add(area);
    return area;
  }

  private void export() {
    shown.ifPresent(
        incident ->
            kit.choosers()
                .save(
                    root.getScene().getWindow(),
                    "Export the incident",
                    "incident-" + incident.id().substring(0, 8) + ".html",
                    List.of(
                        Choosers.Kind.of("Web pages", "*.html"),
                        Choosers.Kind.of("JSON files", "*.json"),
                        Choosers.Kind.of("Markdown files", "*.md")))
                .ifPresent(to -> write(incident, to)));
  }

  private void write(Incident incident, Path to) {
    Mask masked = mask.isSelected() ? Mask.ALL : Mask.NONE;
    kit.tasks()
        .start(
            "Export an incident to " + to.getFileName(),
            (progress, cancel) -> {
              kit.incidents().orElseThrow().export(incident, to, masked);
              return to;
            },
            outcome -> {
              if (outcome instanceof Outcome.Ok<Path>(Path written)) {
                Toasts.show(root, Severity.OK, "Written to " + written);
              }
            });
  }

  private void closeTabs() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    open.clear();
  }

  @Override
  public String id() {
    return "incident:" + incidentId;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-camera-outline";
  }

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public Node node() {
    return root;
  }

  @Override
  public void close() {
    FxThread.check();
    questions.close();
    closeTabs();
  }
}
