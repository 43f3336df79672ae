package org.binnacle.explain.view.worksheet;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sql.SqlArea;

/// Find and replace in the editor; takes no room while it is closed.
final class FindBar extends HBox {
  private final SqlArea editor;
  private final TextField find = new TextField();
  private final TextField by = new TextField();
  private final ToggleButton exact = new ToggleButton("Aa");
  private final Label count = new Label();

  FindBar(SqlArea editor) {
    this.editor = editor;
    getStyleClass().add("find-bar");
    setAlignment(Pos.CENTER_LEFT);
    find.setPromptText("Find");
    find.setId("find-text");
    by.setPromptText("Replace by");
    by.setId("find-by");
    exact.setTooltip(new Tooltip("Capital letters count"));
    find.setOnAction(event -> next(1));
    by.setOnAction(event -> replace());
    find.textProperty().addListener((seen, was, is) -> tell());
    var one = new Button("Replace");
    one.setOnAction(event -> replace());
    var all = new Button("Replace all");
    all.setId("find-all");
    all.setOnAction(event -> replaceAll());
    count.getStyleClass().add("muted");
    getChildren()
        .addAll(
            find,
            Icons.button("mdi2c-chevron-up", "The one before (Shift+Enter)", () -> next(-1)),
            Icons.button("mdi2c-chevron-down", "The next (Enter)", () -> next(1)),
            exact,
            count,
            by,
            one,
            all,
            Icons.button("mdi2c-close", "Close (Esc)", this::close));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
          } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            next(-1);
            event.consume();
          }
        });
    managedProperty().bind(visibleProperty());
    setVisible(false);
  }

  /// @param replacing whether the keyboard goes to the replacement
  void open(boolean replacing) {
    String marked = editor.selection().getValue().getLength() > 0 ? editor.marked() : "";
    if (!marked.isEmpty() && marked.length() < 200 && marked.indexOf('\n') < 0) {
      find.setText(marked);
    }
    setVisible(true);
    (replacing && !find.getText().isEmpty() ? by : find).requestFocus();
    find.selectAll();
    tell();
  }

  private void close() {
    setVisible(false);
    editor.requestFocus();
  }

  private String folded(String text) {
    return exact.isSelected() ? text : text.toLowerCase(Locale.ROOT);
  }

  private void tell() {
    String wanted = folded(find.getText());
    if (wanted.isEmpty()) {
      count.setText("");
      return;
    }
    String text = folded(editor.text());
    int found = 0;
    for (int at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length())) {
      found++;
    }
    count.setText(found == 0 ? "not found" : found == 1 ? "1 place" : found + " places");
  }

  private void next(int by) {
    String wanted = folded(find.getText());
    String text = folded(editor.text());
    if (wanted.isEmpty()) {
      return;
    }
    var selection = editor.selection().getValue();
    int at =
        by > 0
            ? text.indexOf(wanted, selection.getEnd())
            : text.lastIndexOf(wanted, selection.getStart() - 1);
    if (at < 0 || (by < 0 && selection.getStart() == 0)) {
      at = by > 0 ? text.indexOf(wanted) : text.lastIndexOf(wanted);
    }
    if (at >= 0) {
      editor.select(at, at + wanted.length());
    }
    tell();
  }

  private void replace() {
    var selection = editor.selection().getValue();
    boolean there =
        !find.getText().isEmpty() && folded(editor.marked()).equals(folded(find.getText()));
    if (there) {
      editor.replace(selection.getStart(), selection.getEnd(), by.getText());
    }
    next(1);
  }

  private void replaceAll() {
    String wanted = folded(find.getText());
    if (wanted.isEmpty()) {
      return;
    }
    String text = editor.text();
    String search = folded(text);
    var out = new StringBuilder();
    int last = 0;
    int done = 0;
    for (int at = search.indexOf(wanted); at >= 0; at = search.indexOf(wanted, last)) {
      out.append(text, last, at).append(by.getText());
      last = at + wanted.length();
      done++;
    }
    if (done > 0) {
      editor.replace(0, text.length(), out.append(text.substring(last)).toString());
    }
    count.setText(done + " replaced");
  }
}
