package org.binnacle.fxkit.table;

import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys and context menu of a live table: open, copy.
final class TableKeys {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY_CELL =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private TableKeys() {}

  static <R> void attach(LiveTable<R, ?> table) {
    table.view().addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(table, event));
    var menu = new ContextMenu(new MenuItem());
    menu.setOnShowing(event -> menu.getItems().setAll(items(table)));
    table.view().setContextMenu(menu);
  }

  private static <R> void pressed(LiveTable<R, ?> table, KeyEvent event) {
    if (COPY_CELL.match(event)) {
      copyCell(table);
    } else if (COPY.match(event)) {
      copy(table, TableText.TSV);
    } else if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
      table.openSelected();
    } else {
      return;
    }
    event.consume();
  }

  private static <R> List<MenuItem> items(LiveTable<R, ?> table) {
    var items = new java.util.ArrayList<>(table.menuItems());
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    MenuItem cell = TableHeads.item("Copy cell", () -> copyCell(table));
    cell.setAccelerator(COPY_CELL);
    MenuItem rows = TableHeads.item("Copy rows", () -> copy(table, TableText.TSV));
    rows.setAccelerator(COPY);
    var as = new Menu("Copy rows as");
    as.getItems()
        .addAll(
            TableHeads.item("TSV", () -> copy(table, TableText.TSV)),
            TableHeads.item("JSON", () -> copy(table, TableText.JSON)),
            TableHeads.item("Markdown", () -> copy(table, TableText.MARKDOWN)));
    items.addAll(List.of(cell, rows, as));
    return items;
  }

  private static <R> void copy(LiveTable<R, ?> table, TableText kind) {
    put(table.text(kind, table.marked()));
  }

  private static <R> void copyCell(LiveTable<R, ?> table) {
    table
        .focusedColumn()
        .ifPresent(
            column -> {
              if (!table.selection().get().isEmpty()) {
                put(column.text().apply(table.selection().get().getFirst()));
              }
            });
  }

  static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
