package org.binnacle.explain.view.worksheet;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.binnacle.explain.export.ExportForm;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.worksheet.Cell;
import org.binnacle.explain.worksheet.Head;
import org.binnacle.explain.worksheet.Rows;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// What can be done with the rows of a result: a value shown whole, copying, exporting.
///
/// @param heads the columns as they are now
/// @param rows those shown now
/// @param related shows where foreign keys lead from the selected row
record GridHands(
    Kit kit,
    Node anywhere,
    TableView<GridRow> view,
    MessageBar message,
    Supplier<List<Head>> heads,
    Supplier<PagedRows> rows,
    Runnable related) {
  private static final int COPIED = 100_000;
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY_CELL =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private static final KeyCombination RELATED =
      new KeyCodeCombination(KeyCode.G, KeyCombination.SHORTCUT_DOWN);

  void keys(KeyEvent event) {
    if (COPY_CELL.match(event)) {
      copyCell();
      event.consume();
    } else if (COPY.match(event)) {
      copyTabbed(false);
      event.consume();
    } else if (RELATED.match(event)) {
      related.run();
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      open();
      event.consume();
    }
  }

  ContextMenu menu() {
    return new ContextMenu(
        item("Show the value   (Enter)", this::open),
        item("Copy the value   (Ctrl+Shift+C)", this::copyCell),
        item("Go to related rows…   (Ctrl+G)", related),
        new SeparatorMenuItem(),
        item("Copy rows   (Ctrl+C)", () -> copyTabbed(false)),
        item("Copy rows with the head", () -> copyTabbed(true)),
        item("Copy rows as CSV", () -> copy(ExportForm.CSV)),
        item("Copy rows as JSON", () -> copy(ExportForm.JSON)),
        item("Copy rows as INSERT", () -> copy(ExportForm.INSERT)),
        item("Copy rows as Markdown", () -> copy(ExportForm.MARKDOWN)));
  }

  private static MenuItem item(String words, Runnable action) {
    var item = new MenuItem(words);
    item.setMnemonicParsing(false);
    item.setOnAction(event -> action.run());
    return item;
  }

  private int focusedColumn() {
    TablePosition<?, ?> at = view.getFocusModel().getFocusedCell();
    return at.getTableColumn() != null && at.getTableColumn().getUserData() instanceof Integer one
        ? one
        : 0;
  }

  /// Shows the value under the keyboard whole.
  void open() {
    int row = view.getSelectionModel().getSelectedIndex();
    if (row >= 0 && !heads.get().isEmpty()) {
      CellSheet.open(kit, anywhere, heads.get(), rows.get().whole(row), focusedColumn());
    }
  }

  private void copyCell() {
    int row = view.getSelectionModel().getSelectedIndex();
    if (row >= 0) {
      put(CellSheet.text(rows.get().whole(row).cell(focusedColumn())));
    }
  }

  private void copy(ExportForm form) {
    List<List<Cell>> picked = picked();
    put(RowFiles.text(form, heads.get(), picked));
    copied(picked.size());
  }

  private void copyTabbed(boolean head) {
    List<List<Cell>> picked = picked();
    put(RowFiles.tabbed(heads.get(), picked, head));
    copied(picked.size());
  }

  /// The selected rows, at most {@link #COPIED}.
  private List<List<Cell>> picked() {
    PagedRows shown = rows.get();
    return view.getSelectionModel().getSelectedIndices().stream()
        .limit(COPIED)
        .map(row -> shown.whole(row).cells())
        .toList();
  }

  private void copied(int many) {
    Toasts.show(anywhere, Severity.OK, many == 1 ? "1 row copied." : many + " rows copied.");
  }

  private static void put(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The menu of files.
  Node exports() {
    var menu = new MenuButton("Export", Icons.of("mdi2e-export"));
    menu.getStyleClass().add("result-export");
    for (ExportForm form : ExportForm.values()) {
      menu.getItems().add(item(form.name() + "…", () -> export(form)));
    }
    return menu;
  }

  private void export(ExportForm form) {
    Rows all = rows.get().rows();
    Optional<Path> file =
        kit.choosers()
            .save(
                anywhere.getScene().getWindow(),
                "Export %,d rows".formatted(all.rows()),
                "result." + form.extension(),
                List.of(
                    Choosers.Kind.of(
                        form.extension().toUpperCase(Locale.ROOT), "*." + form.extension())));
    file.ifPresent(
        to ->
            kit.tasks()
                .<Path>start(
                    "Export %,d rows to %s".formatted(all.rows(), to.getFileName()),
                    (progress, cancel) -> {
                      RowFiles.write(form, all, to, progress, cancel);
                      return to;
                    },
                    outcome -> {
                      switch (outcome) {
                        case Outcome.Ok<Path> ok ->
                            Toasts.show(anywhere, Severity.OK, "Written: " + ok.value());
                        case Outcome.Failed<Path> failed ->
                            message.show(failed.fault(), kit.words());
                      }
                    }));
  }
}
