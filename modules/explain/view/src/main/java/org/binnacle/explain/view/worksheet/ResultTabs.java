package org.binnacle.explain.view.worksheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import org.binnacle.explain.view.ExplainPanels;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Result;
import org.binnacle.explain.worksheet.SheetRun;
import org.binnacle.explain.worksheet.StatementRun;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.table.FillColumn;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.Placeholder;

/// What came of a run: messages, then a tab for each result; definitions stay until they are
/// closed.
final class ResultTabs implements AutoCloseable {
  private final Kit kit;
  private final ExplainPanels panels;
  private final TabPane pane = new TabPane();
  private final Tab messagesTab = new Tab("Messages");
  private final LiveTable<MessageRow, Integer> messages;
  private final Map<Result, ResultGrid> grids = new HashMap<>();
  private final Map<Result, Tab> tabs = new HashMap<>();
  private boolean chosen;

  /// @param jump told where a statement stands that was chosen in the messages
  ResultTabs(Kit kit, ExplainPanels panels, Consumer<MessageRow> jump) {
    this.kit = kit;
    this.panels = panels;
    messages =
        new LiveTable<>(
            "worksheet.messages", MessageRow::order, MessageRow.columns(), kit.settings());
    messages.states(MessageRow::states);
    messages.onOpen(jump);
    messages.whenEmpty(
        Placeholder.of(
            "mdi2p-play-outline",
            "Nothing was run yet",
            "Ctrl+Enter runs the statement under the cursor, Ctrl+Shift+Enter all of them."));
    FillColumn.attach(messages.view(), "words", 300);
    messagesTab.setClosable(false);
    messagesTab.setGraphic(Icons.of("mdi2m-message-text-outline"));
    messagesTab.setContent(messages.view());
    pane.setId("worksheet-results");
    pane.getStyleClass().add("plan-tabs");
    pane.getTabs().add(messagesTab);
  }

  TabPane pane() {
    return pane;
  }

  /// A new run begins: results of the one before are gone.
  void begin() {
    chosen = false;
    grids.values().forEach(ResultGrid::close);
    grids.clear();
    pane.getTabs().removeAll(tabs.values());
    tabs.clear();
    messages.rows(List.of());
  }

  /// How it stands now.
  void show(SheetRun run) {
    List<MessageRow> rows = MessageRow.of(run, kit.words());
    messages.rows(rows);
    boolean bad = rows.stream().anyMatch(MessageRow::bad);
    messagesTab.setText(
        bad
            ? "Messages: " + rows.stream().filter(MessageRow::bad).count() + " failed"
            : "Messages");
    for (StatementRun statement : run.statements()) {
      int part = 0;
      for (Result result : statement.results()) {
        part++;
        if (!result.columns().isEmpty()) {
          grid(result, statement, part);
        }
      }
    }
    grids.values().forEach(ResultGrid::grow);
    if (bad && run.over() && grids.isEmpty()) {
      pane.getSelectionModel().select(messagesTab);
    }
  }

  private void grid(Result result, StatementRun statement, int part) {
    if (grids.containsKey(result)) {
      return;
    }
    var grid = new ResultGrid(kit, panels, result, List.copyOf(statement.parts().keySet()));
    grids.put(result, grid);
    String from =
        result.columns().stream()
            .map(Head::table)
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("result");
    var tab = new Tab((statement.number() + 1) + "  " + from + (part > 1 ? " #" + part : ""), grid);
    tab.setGraphic(Icons.of("mdi2t-table"));
    tab.setClosable(false);
    String sql = statement.statement().text();
    tab.setTooltip(new Tooltip(sql.length() > 2000 ? sql.substring(0, 2000) : sql));
    tabs.put(result, tab);
    pane.getTabs().add(tab);
    if (!chosen) {
      chosen = true;
      pane.getSelectionModel().select(tab);
    }
  }

  /// Shows a definition in a tab of its own.
  void definition(String name, String ddl) {
    SqlArea area = SqlArea.reader();
    area.wrap(false);
    area.show(ddl);
    var tab = new Tab("DDL  " + name, area);
    tab.setGraphic(Icons.of("mdi2c-code-tags"));
    tab.setOnClosed(event -> area.close());
    pane.getTabs().add(tab);
    pane.getSelectionModel().select(tab);
  }

  @Override
  public void close() {
    grids.values().forEach(ResultGrid::close);
    for (Tab tab : pane.getTabs()) {
      if (tab.getContent() instanceof SqlArea area) {
        area.close();
      }
    }
    messages.close();
  }
}
