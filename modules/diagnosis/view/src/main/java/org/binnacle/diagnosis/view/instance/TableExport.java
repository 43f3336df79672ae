package org.binnacle.diagnosis.view.instance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.binnacle.diagnosis.export.Csv;
import org.binnacle.diagnosis.view.Kit;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.table.LiveTable;
import org.binnacle.fxkit.table.TableText;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Writes what a table shows to a file: the selected rows, or all that are shown, with the visible
/// columns. CSV, JSON or Markdown by the file's name.
public final class TableExport {
  private TableExport() {}

  /// Asks where `x` was pressed.
  ///
  /// @return whether it was
  public static <R> boolean used(KeyEvent event, Kit kit, LiveTable<R, ?> table, String what) {
    boolean mine = PlainKeys.plain(event) && event.getCode() == KeyCode.X;
    if (mine) {
      ask(kit, table, what);
    }
    return mine;
  }

  /// The same in a menu.
  public static <R> MenuItem item(Kit kit, LiveTable<R, ?> table, String what) {
    var item = new MenuItem("Export the rows...   (x)");
    item.setMnemonicParsing(false);
    item.setOnAction(event -> ask(kit, table, what));
    return item;
  }

  /// @param what such as `variables`, which also names the proposed file
  public static <R> void ask(Kit kit, LiveTable<R, ?> table, String what) {
    FxThread.check();
    kit.choosers()
        .save(
            table.view().getScene().getWindow(),
            "Export " + what,
            what.replace(' ', '-') + ".csv",
            List.of(
                Choosers.Kind.of("CSV files", "*.csv"),
                Choosers.Kind.of("JSON files", "*.json"),
                Choosers.Kind.of("Markdown files", "*.md")))
        .ifPresent(to -> write(kit, table, what, to));
  }

  private static <R> void write(Kit kit, LiveTable<R, ?> table, String what, Path to) {
    String text = text(table, to.getFileName().toString());
    kit.tasks()
        .start(
            "Export " + what + " to " + to.getFileName(),
            (progress, cancel) -> Files.writeString(to, text, StandardCharsets.UTF_8),
            outcome -> {
              if (outcome instanceof Outcome.Ok<?>) {
                Toasts.show(table.view(), Severity.OK, "Written to " + to);
              }
            });
  }

  static <R> String text(LiveTable<R, ?> table, String file) {
    String low = file.toLowerCase(Locale.ROOT);
    List<R> rows = table.marked();
    if (low.endsWith(".json")) {
      return table.text(TableText.JSON, rows);
    }
    if (low.endsWith(".md") || low.endsWith(".markdown")) {
      return table.text(TableText.MARKDOWN, rows);
    }
    return table
        .text(TableText.TSV, rows)
        .lines()
        .map(
            line ->
                Arrays.stream(line.split("\t", -1)).map(Csv::cell).collect(Collectors.joining(",")))
        .collect(Collectors.joining("\r\n", "", "\r\n"));
  }
}
