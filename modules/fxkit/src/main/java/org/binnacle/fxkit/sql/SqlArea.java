package org.binnacle.fxkit.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.binnacle.fxkit.FxThread;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.PlainTextChange;
import org.reactfx.Subscription;

/// SQL to read or to edit, with line numbers and colours. Colours are found off the FX thread and
/// put on the visible lines only. A text that is too long for a screen is shown in part (the first
/// {@link #MOST} characters, long lines folded) and says so; {@link #text} and Ctrl+C without a
/// selection give the whole.
public final class SqlArea extends BorderPane implements AutoCloseable {
  /// Characters shown at most.
  public static final int MOST = 200_000;

  private static final int LINE = 1_000;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final CodeArea area = new CodeArea();
  private final VirtualizedScrollPane<CodeArea> scroll = new VirtualizedScrollPane<>(area);
  private final Painter painter = new Painter(area);
  private final Gutter gutter = new Gutter(area);
  private final Marking marking = new Marking(painter, gutter);
  private final MarkedLines lines = new MarkedLines(area);
  private final AreaColours colours;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final Label cut = new Label();
  private final ChangeListener<String> edited = (seen, was, is) -> changed(is);
  private final Subscription shifted;
  private final boolean editor;
  private Optional<HoverCard> hover = Optional.empty();
  private boolean closed;

  private SqlArea(Highlighter highlighter, boolean editable) {
    FxThread.check();
    colours = new AreaColours(area, highlighter, painter, MOST + MOST / 100);
    this.editor = editable;
    getStyleClass().add("sql-area");
    area.setEditable(editable);
    area.setWrapText(!editable);
    area.setParagraphGraphicFactory(gutter::node);
    area.textProperty().addListener(edited);
    shifted = area.plainTextChanges().subscribe(this::shift);
    addEventFilter(KeyEvent.KEY_PRESSED, this::copyWhole);
    cut.getStyleClass().add("cut-note");
    cut.setMaxWidth(Double.MAX_VALUE);
    setCenter(scroll);
  }

  /// Read-only, lines wrapped.
  public static SqlArea reader() {
    return new SqlArea(new SqlColours(), false);
  }

  /// Editable; what is typed is {@link #textProperty}.
  public static SqlArea editor() {
    return new SqlArea(new SqlColours(), true);
  }

  /// With colours of another language, such as JSON.
  public static SqlArea reader(Highlighter highlighter) {
    return new SqlArea(highlighter, false);
  }

  /// Shows a text from its beginning. The same text again changes nothing, so that a selection in
  /// it survives a refresh.
  public void show(String whole) {
    FxThread.check();
    if (whole.equals(text.get())) {
      return;
    }
    LongText fold = LongText.fold(whole, MOST, LINE);
    text.set(whole);
    marking.on(fold);
    area.textProperty().removeListener(edited);
    area.replaceText(fold.shown());
    area.getUndoManager().forgetHistory();
    area.moveTo(0);
    area.requestFollowCaret();
    area.textProperty().addListener(edited);
    boolean cutOff = whole.length() > MOST;
    cut.setText(
        cutOff
            ? "The first %,d of %,d characters; copying takes all.".formatted(MOST, whole.length())
            : "Long lines are broken here to be shown, so the text can't be edited; copying takes it as it is.");
    boolean asItIs = !cutOff && !(editor && fold.isFolded());
    setBottom(asItIs ? null : cut);
    area.setEditable(editor && asItIs);
    colours.colour(fold.shown());
  }

  /// The whole text.
  public String text() {
    return text.get();
  }

  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  /// What is selected, or the whole text where nothing is.
  public String marked() {
    String selected = area.getSelectedText();
    return selected.isEmpty() ? text() : selected;
  }

  /// Where the caret is, as an index into what is shown.
  public int caret() {
    return area.getCaretPosition();
  }

  /// Where the caret is.
  public ObservableValue<Integer> caretPosition() {
    return area.caretPositionProperty();
  }

  /// Where the caret is on the screen; empty where it is not in sight.
  public Optional<Bounds> caretBounds() {
    return area.getCaretBounds();
  }

  /// Puts a text in place of a stretch; can be undone. The caret goes behind it.
  public void replace(int from, int to, String by) {
    FxThread.check();
    if (area.isEditable()) {
      int length = area.getLength();
      area.replaceText(Math.clamp(from, 0, length), Math.clamp(to, 0, length), by);
      area.requestFollowCaret();
    }
  }

  /// Marks the lines that a stretch touches with `current-statement`, and no others.
  public void mark(int from, int to) {
    FxThread.check();
    lines.mark(from, to);
  }

  /// What is selected, as indexes into what is shown.
  public ObservableValue<IndexRange> selection() {
    return area.selectionProperty();
  }

  /// Selects a stretch and scrolls to it.
  public void select(int from, int to) {
    FxThread.check();
    int length = area.getLength();
    area.selectRange(Math.clamp(from, 0, length), Math.clamp(to, 0, length));
    area.requestFollowCaret();
  }

  /// Whether it can be typed into: an editor whose text is shown as it is.
  public boolean isEditable() {
    return area.isEditable();
  }

  /// Underlines stretches of the whole text and marks their lines in the gutter, in place of those
  /// before. They move with the text as it is edited. What is beyond the part that is shown is left
  /// out.
  ///
  /// @param stretches statements, which get a bar along their lines
  public void squiggle(List<Squiggle> newest, List<Stretched> stretches) {
    FxThread.check();
    marking.mark(newest, stretches);
  }

  /// Those of the last {@link #squiggle}, in its order, where they are now.
  public List<Squiggle> squiggles() {
    return marking.squiggles();
  }

  /// Tells of the text under the mouse where it rests.
  ///
  /// @param told of an index into the whole text
  public void hover(IntFunction<Optional<Node>> told) {
    FxThread.check();
    hover.ifPresent(HoverCard::close);
    hover = Optional.of(new HoverCard(area, at -> told.apply(marking.fold().toWhole(at))));
  }

  /// Where the caret is, as an index into the whole text.
  public int place() {
    return marking.fold().toWhole(area.getCaretPosition());
  }

  /// Takes the line numbers away, for texts whose lines are not those of a file.
  public SqlArea withoutNumbers() {
    FxThread.check();
    area.setParagraphGraphicFactory(null);
    return this;
  }

  /// Where the selection begins, as an index into the whole text; the caret's place where nothing
  /// is selected.
  public int selectionStart() {
    return marking.fold().toWhole(area.getSelection().getStart());
  }

  /// Takes the last change back.
  public void undo() {
    FxThread.check();
    area.undo();
  }

  /// Selects a stretch of the whole text as far as it is shown, and scrolls to it.
  public void selectWhole(int from, int to) {
    select(marking.fold().toShown(from), marking.fold().toShown(to));
  }

  private void shift(PlainTextChange change) {
    painter.shift(
        change.getPosition(), change.getRemoved().length(), change.getInserted().length());
    if (marking.shift(change)) {
      // In the middle of the area's own change: the new places are drawn with the new colours.
      FxThread.later(
          () -> {
            if (!closed) {
              marking.draw();
            }
          });
    }
  }

  public void wrap(boolean on) {
    area.setWrapText(on);
  }

  @Override
  public void requestFocus() {
    area.requestFocus();
  }

  @Override
  public void close() {
    FxThread.check();
    closed = true;
    colours.close();
    shifted.unsubscribe();
    hover.ifPresent(HoverCard::close);
    area.textProperty().removeListener(edited);
    area.dispose();
  }

  private void changed(String now) {
    marking.edited(now);
    text.set(now);
    colours.colour(now);
  }

  private void copyWhole(KeyEvent event) {
    if (COPY.match(event) && area.getSelectedText().isEmpty()) {
      var content = new ClipboardContent();
      content.putString(text());
      Clipboard.getSystemClipboard().setContent(content);
      event.consume();
    }
  }
}
