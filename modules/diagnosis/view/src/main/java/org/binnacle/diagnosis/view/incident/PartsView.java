package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.diagnosis.incident.Recorded;
import org.binnacle.diagnosis.incident.replay.FiguresReplay;
import org.binnacle.diagnosis.view.instance.InstanceView;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.theme.Themes;
import org.binnacle.kernel.Settings;
import org.jspecify.annotations.Nullable;

/// Everything that was recorded, a tab for each part; parts that this program does not know too.
final class PartsView implements InstanceView {
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("sessions", "Sessions");
    TITLES.put("locks", "Locks");
    TITLES.put("transactions", "Transactions");
    TITLES.put("status", "Status delta");
    TITLES.put("replication", "Replication");
    TITLES.put("innodb", "InnoDB");
    TITLES.put(FiguresReplay.STEP, "InnoDB's figures");
    TITLES.put("top-sql", "Top SQL");
    TITLES.put("plans", "Plans");
    TITLES.put("variables", "Variables");
    TITLES.put("tables", "Tables");
    TITLES.put("server", "Log, memory, files");
    TITLES.put("ring", "10 minutes before");
  }

  private final Settings settings;
  private final TabPane tabs = new TabPane();
  private final List<PartPage> open = new ArrayList<>();

  /// @param shown one instance, or several one after the other
  PartsView(List<Recorded> shown, Settings settings) {
    FxThread.check();
    this.settings = settings;
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getStylesheets().addAll(Themes.css("sessions"), Themes.css("incident"));
    for (Recorded one : shown) {
      String of = shown.size() > 1 ? one.instance().name() + ": " : "";
      TITLES.forEach(
          (step, words) ->
              one.part(step).ifPresent(part -> tabs.getTabs().add(tab(of + words, part))));
      one.parts().stream()
          .filter(part -> !TITLES.containsKey(part.step()))
          .forEach(part -> tabs.getTabs().add(tab(of + part.step(), part)));
    }
    tabs.getSelectionModel().selectedItemProperty().addListener((seen, was, is) -> fill(is));
    fill(tabs.getSelectionModel().getSelectedItem());
  }

  private static Tab tab(String words, Part part) {
    var tab = new Tab(words);
    tab.setUserData(part);
    if (part.status() != Part.Status.OK) {
      tab.setGraphic(Icons.of(SummaryView.icon(part.status())));
    }
    return tab;
  }

  /// The content of a tab is made when it is first chosen.
  private void fill(@Nullable Tab tab) {
    if (tab != null && tab.getContent() == null && tab.getUserData() instanceof Part part) {
      var page = new PartPage(part, settings);
      open.add(page);
      tab.setContent(page);
    }
  }

  @Override
  public Node node() {
    return tabs;
  }

  @Override
  public void shown() {}

  @Override
  public void hidden() {}

  @Override
  public String help() {
    return "incidents";
  }

  @Override
  public void close() {
    open.forEach(PartPage::close);
    open.clear();
  }
}
