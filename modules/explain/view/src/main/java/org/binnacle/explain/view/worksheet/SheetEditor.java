package org.binnacle.explain.view.worksheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import org.binnacle.explain.schema.SchemaNames;
import org.binnacle.explain.schema.Schemas;
import org.binnacle.explain.worksheet.Worksheets;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.InstanceRef;
import org.binnacle.kernel.Outcome;
import org.binnacle.sql.Layout;
import org.binnacle.sql.SqlModes;
import org.binnacle.sql.Statement;

/// The editor of a worksheet: the statement under the cursor is marked, Ctrl+Space offers names,
/// Ctrl+F and Ctrl+H find and replace, Ctrl+Shift+F lays out.
final class SheetEditor extends BorderPane implements AutoCloseable {
  private static final KeyCombination COMPLETE =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination REPLACE =
      new KeyCodeCombination(KeyCode.H, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FORMAT =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);

  private final SqlArea area = SqlArea.editor();
  private final FindBar find = new FindBar(area);
  private final Completion completion = new Completion(area);
  private final Schemas schemas;
  private final Supplier<Optional<InstanceRef>> instance;
  private final Supplier<String> database;
  private final Questions cutting = new Questions("statements of a worksheet");
  private final Questions naming = new Questions("names for completion");
  private final Map<String, Names> known = new HashMap<>();
  private final ObservableValue<Integer> caret = area.caretPosition();
  private final InvalidationListener moved = seen -> markCurrent();
  private final InvalidationListener typed = seen -> typed();
  private List<Statement> statements = List.of();
  private String cut = "";

  /// @param instance of which names are offered
  /// @param database the default one; empty for none
  SheetEditor(
      Schemas schemas, Supplier<Optional<InstanceRef>> instance, Supplier<String> database) {
    this.schemas = schemas;
    this.instance = instance;
    this.database = database;
    area.setId("worksheet-editor");
    setTop(find);
    setCenter(area);
    area.addEventFilter(KeyEvent.KEY_PRESSED, this::keys);
    area.addEventHandler(DragEvent.DRAG_OVER, SheetEditor::dragged);
    area.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    caret.addListener(moved);
    area.textProperty().addListener(typed);
  }

  SqlArea area() {
    return area;
  }

  /// What is to be run: what is selected, else the statement under the cursor.
  ///
  /// @param from where it stands in the text
  record Piece(String sql, int from) {}

  Optional<Piece> piece() {
    var selection = area.selection().getValue();
    if (selection.getLength() > 0) {
      return Optional.of(new Piece(area.marked(), selection.getStart()));
    }
    return current(area.text(), area.caret())
        .map(statement -> new Piece(statement.text(), statement.offset()));
  }

  /// The statement that a place belongs to: the one around it, else the one before it on the same
  /// line or above.
  private Optional<Statement> current(String text, int at) {
    if (!text.equals(cut)) {
      statements = Worksheets.statements(text);
      cut = text;
    }
    Statement found = null;
    for (Statement one : statements) {
      if (one.lead() <= at || found == null) {
        found = one;
      }
    }
    return Optional.ofNullable(found);
  }

  void format() {
    var selection = area.selection().getValue();
    String sql = selection.getLength() > 0 ? area.marked() : area.text();
    String laidOut = Layout.DEFAULT.of(sql, SqlModes.DEFAULT);
    if (!laidOut.equals(sql)) {
      int from = selection.getLength() > 0 ? selection.getStart() : 0;
      int to = selection.getLength() > 0 ? selection.getEnd() : area.text().length();
      area.replace(from, to, laidOut);
    }
  }

  void insert(String text) {
    var selection = area.selection().getValue();
    area.replace(selection.getStart(), selection.getEnd(), text);
    area.requestFocus();
  }

  /// Adds a statement behind the text and puts the caret there.
  void add(String sql) {
    String text = area.text();
    String between = text.isBlank() || text.endsWith("\n") ? "" : "\n";
    area.replace(text.length(), text.length(), between + sql);
    area.requestFocus();
  }

  private void keys(KeyEvent event) {
    if (completion.used(event)) {
      event.consume();
    } else if (COMPLETE.match(event)) {
      offer();
      event.consume();
    } else if (FORMAT.match(event)) {
      format();
      event.consume();
    } else if (FIND.match(event) || REPLACE.match(event)) {
      find.open(REPLACE.match(event));
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && find.isVisible()) {
      find.setVisible(false);
      event.consume();
    }
  }

  private void typed() {
    String text = area.text();
    cutting.ask(
        () -> Worksheets.statements(text),
        outcome -> {
          if (outcome instanceof Outcome.Ok<List<Statement>>(List<Statement> newest)) {
            statements = newest;
            cut = text;
            markCurrent();
          }
        });
    if (completion.isOpen()) {
      offer();
    }
  }

  private void markCurrent() {
    if (!area.text().equals(cut)) {
      return;
    }
    current(cut, area.caret())
        .ifPresentOrElse(
            one -> area.mark(one.offset(), statements.size() > 1 ? one.end() : one.offset()),
            () -> area.mark(0, 0));
  }

  private void offer() {
    Optional<InstanceRef> of = instance.get();
    String text = area.text();
    int at = Math.min(area.caret(), text.length());
    Names names = of.map(one -> known.getOrDefault(one.id(), Names.NONE)).orElse(Names.NONE);
    Names here = new Names(names.databases(), names.schemas(), database.get());
    completion.show(here.at(text, at, current(text, at).map(Statement::text).orElse("")));
    if (of.isEmpty()) {
      return;
    }
    Optional<String> wanted = here.wanted(text, at);
    if (names.databases().isEmpty() || wanted.isPresent()) {
      learn(of.get(), here, wanted, text, at);
    }
  }

  private void learn(InstanceRef of, Names here, Optional<String> wanted, String text, int at) {
    naming.ask(
        () -> {
          List<String> databases =
              here.databases().isEmpty() ? schemas.databases(of) : here.databases();
          var names = new Names(databases, here.schemas(), here.database());
          Optional<SchemaNames> more = wanted.map(schema -> schemas.names(of, schema));
          return more.map(names::with).orElse(names);
        },
        outcome -> {
          if (outcome instanceof Outcome.Ok<Names>(Names newest)) {
            known.put(of.id(), newest);
            boolean same = area.text().equals(text) && area.caret() == at;
            if (same) {
              completion.show(
                  new Names(newest.databases(), newest.schemas(), database.get())
                      .at(text, at, current(text, at).map(Statement::text).orElse("")));
            }
          }
        });
  }

  private static void dragged(DragEvent event) {
    if (event.getDragboard().hasString()) {
      event.acceptTransferModes(TransferMode.COPY);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    if (event.getDragboard().hasString()) {
      insert(event.getDragboard().getString());
      event.setDropCompleted(true);
      event.consume();
    }
  }

  @Override
  public void close() {
    completion.close();
    cutting.close();
    naming.close();
    caret.removeListener(moved);
    area.textProperty().removeListener(typed);
    area.close();
  }
}
