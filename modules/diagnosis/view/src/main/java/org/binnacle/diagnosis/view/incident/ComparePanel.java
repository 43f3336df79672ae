package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.binnacle.diagnosis.incident.Difference;
import org.binnacle.diagnosis.incident.Incident;
import org.binnacle.diagnosis.incident.IncidentFaults;
import org.binnacle.diagnosis.incident.Incidents;
import org.binnacle.diagnosis.incident.replay.Recording;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Panel;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.Outcome;

/// Two incidents compared: a tab for each area, with what is new, gone or changed.
public final class ComparePanel implements Panel {
  private final Kit kit;
  private final String before;
  private final String after;
  private final Questions questions = new Questions("comparison of incidents");
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Compare incidents");
  private final BorderPane root = new BorderPane();
  private final List<AutoCloseable> opened = new ArrayList<>();

  private record Both(Recording first, Recording second, List<Difference.Area> areas) {
    Incident before() {
      return first.incident();
    }

    Incident after() {
      return second.incident();
    }
  }

  public ComparePanel(Kit kit, String before, String after) {
    FxThread.check();
    this.kit = kit;
    this.before = before;
    this.after = after;
    root.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    root.setCenter(Placeholder.loading("Comparing"));
    questions.ask(
        this::read,
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Both>(Both both) -> show(both);
            case Outcome.Failed<Both>(Fault fault) ->
                root.setCenter(
                    Placeholder.of(
                        "mdi2a-alert-circle-outline",
                        kit.words().of(fault).happened(),
                        kit.words().of(fault).next()));
          }
        });
  }

  private Both read() {
    Incidents incidents =
        kit.incidents().orElseThrow(() -> new Fault(IncidentFaults.UNKNOWN, before));
    Recording one = incidents.recording(before);
    Recording other = incidents.recording(after);
    return new Both(one, other, Difference.of(one.incident(), other.incident()));
  }

  private void show(Both both) {
    var head =
        new Label(
            "%s at %s   →   %s at %s"
                .formatted(
                    both.before().title(),
                    IncidentPanel.AT.format(both.before().at()),
                    both.after().title(),
                    IncidentPanel.AT.format(both.after().at())));
    head.getStyleClass().add("heading");
    var mark = new Label("RECORDED");
    mark.getStyleClass().add("recorded-mark");
    var bar = new HBox(mark, head);
    bar.getStyleClass().add("session-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    root.setTop(bar);
    if (both.areas().isEmpty()) {
      root.setCenter(
          Placeholder.of(
              "mdi2c-compare", "Nothing to compare", "They have no instance in common."));
      return;
    }
    var tabs = new TabPane();
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    boolean several = both.after().recorded().size() > 1;
    for (Difference.Area area : both.areas()) {
      String name = (several ? area.instance() + " " : "") + area.name() + ": " + area.counts();
      tabs.getTabs().add(new Tab(name, area(area, both)));
    }
    trees(both, tabs);
    root.setCenter(tabs);
  }

  private Node area(Difference.Area area, Both both) {
    if (area.name().equals("plans") && !area.grid().isEmpty()) {
      var plans = new PlanPair(area, both.before(), both.after(), kit.settings());
      opened.add(plans);
      return plans;
    }
    var table =
        new GridTable("incident-compare." + area.name(), area.name(), area.grid(), kit.settings());
    opened.add(table);
    return table;
  }

  /// Made when it is first looked at.
  private void trees(Both both, TabPane tabs) {
    var tab = new Tab("lock trees");
    tab.selectedProperty()
        .addListener(
            (seen, was, is) -> {
              if (is && tab.getContent() == null) {
                var trees = new SideBySide(kit, both.first(), both.second(), "locks");
                opened.add(trees);
                tab.setContent(trees);
              }
            });
    tabs.getTabs().add(tab);
  }

  @Override
  public String id() {
    return "incident-compare:" + before + "+" + after;
  }

  @Override
  public ObservableValue<String> title() {
    return title.getReadOnlyProperty();
  }

  @Override
  public String icon() {
    return "mdi2c-compare";
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
    opened.forEach(ComparePanel::shut);
  }

  private static void shut(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
