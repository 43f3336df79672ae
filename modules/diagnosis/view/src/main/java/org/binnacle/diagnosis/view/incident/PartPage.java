package org.binnacle.diagnosis.view.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.BorderPane;
import org.binnacle.diagnosis.incident.Part;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.Placeholder;
import org.binnacle.kernel.Settings;

/// One part of an incident as it was recorded: its tables and texts.
final class PartPage extends BorderPane implements AutoCloseable {
  private final Settings settings;
  private final List<AutoCloseable> open = new ArrayList<>();

  PartPage(Part part, Settings settings) {
    this.settings = settings;
    Map<String, Node> pages = pages(part);
    String note = (RawViews.note(part).orElse("") + " " + part.detail()).strip();
    if (!note.isEmpty()) {
      setTop(SummaryView.wrapped(note, "part-note"));
    }
    if (pages.isEmpty()) {
      setCenter(
          Placeholder.of(
              SummaryView.icon(part.status()),
              "Nothing was recorded",
              part.detail().isEmpty() ? "The server told nothing here." : part.detail()));
    } else if (pages.size() == 1) {
      setCenter(pages.values().iterator().next());
    } else {
      var inner = new TabPane();
      inner.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
      inner.getStyleClass().add("inner-tabs");
      pages.forEach((name, node) -> inner.getTabs().add(new Tab(name, node)));
      setCenter(inner);
    }
  }

  private Map<String, Node> pages(Part part) {
    Map<String, Node> pages = new LinkedHashMap<>();
    part.grids()
        .forEach(
            (name, grid) -> {
              var table =
                  new GridTable(
                      "incident." + part.step() + "." + name.replace(' ', '-'),
                      name,
                      grid,
                      settings);
              open.add(table);
              pages.put(name, table);
            });
    part.texts()
        .forEach(
            (name, text) -> pages.put(pages.containsKey(name) ? name + " text" : name, text(text)));
    return pages;
  }

  private Node text(String words) {
    SqlArea area = SqlArea.reader();
    area.show(words);
    open.add(area);
    return area;
  }

  @Override
  public void close() {
    for (AutoCloseable each : open) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    open.clear();
  }
}
