package org.binnacle.review.view.script;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.binnacle.fxkit.FxThread;
import org.binnacle.fxkit.Icons;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.sql.SqlArea;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;
import org.binnacle.review.fix.Offer;
import org.binnacle.review.fix.Offers;
import org.binnacle.review.report.Told;
import org.binnacle.sql.parse.SqlParser;

/// Quick fixes: found off the FX thread, offered in a menu, shown as a difference, made in the
/// editor where they can be undone.
final class Fixes implements AutoCloseable {
  private final ReviewModel model;
  private final EditorPane editor;
  private final Questions asking = new Questions("quick fixes");
  private final Questions detail = new Questions("quick fixes of a finding");

  Fixes(ReviewModel model, EditorPane editor) {
    this.model = model;
    this.editor = editor;
  }

  /// Whether the newest answer is about the text that the editor has.
  private Optional<Reviewed> current() {
    return model.reviewed().get().filter(r -> !r.head() && r.text().equals(editor.area().text()));
  }

  /// Finds what can be done at a place; nothing is told while the text is still being looked at.
  void of(int statement, List<Row> rows, boolean inMenu, Consumer<List<Offer>> then) {
    FxThread.check();
    Optional<Reviewed> now = current();
    if (now.isEmpty() || statement < 0 || statement >= now.get().report().statements().size()) {
      then.accept(List.of());
      return;
    }
    Reviewed reviewed = now.get();
    List<Told> told = rows.stream().flatMap(r -> r.told().stream()).toList();
    (inMenu ? asking : detail)
        .ask(
            () ->
                new Offers(new SqlParser(reviewed.ready().target()))
                    .of(reviewed.report(), reviewed.text(), statement, told),
            outcome ->
                then.accept(
                    outcome instanceof Outcome.Ok<List<Offer>>(List<Offer> offers)
                        ? offers
                        : List.of()));
  }

  /// The menu at the cursor, or at a node where the cursor is not in sight.
  void menu(int statement, List<Row> rows, Node at) {
    of(
        statement,
        rows,
        true,
        offers -> {
          if (offers.isEmpty()) {
            Toasts.show(
                editor,
                Severity.NOTICE,
                model.state().get() == ReviewModel.State.REVIEWING
                    ? "The text is being looked at: try again in a moment."
                    : "Nothing can be done here by itself.");
            return;
          }
          var menu = new ContextMenu();
          menu.setId("review-fix-menu");
          offers.forEach(offer -> menu.getItems().add(item(offer)));
          Optional<Bounds> caret =
              at instanceof SqlArea area ? area.caretBounds() : Optional.empty();
          caret.ifPresentOrElse(
              bounds -> menu.show(at, bounds.getMinX(), bounds.getMaxY() + 2),
              () -> menu.show(at, Side.BOTTOM, 20, -60));
        });
  }

  private MenuItem item(Offer offer) {
    MenuItem item = ReviewBar.item(offer.title() + "…", () -> show(offer));
    item.setGraphic(Icons.of(DetailPane.icon(offer)));
    return item;
  }

  /// Shows what a fix would change, and makes it where the user says so.
  void show(Offer offer) {
    FxThread.check();
    Optional<Reviewed> now = current();
    if (now.isEmpty() || !editor.area().isEditable()) {
      Toasts.show(
          editor,
          Severity.NOTICE,
          editor.area().isEditable()
              ? "The text has changed since: ask again."
              : "This text is shown in part and can't be edited here; binnacle review --fix writes"
                  + " safe fixes into files.");
      return;
    }
    String text = now.get().text();
    DiffSheet.open(editor, offer, text, () -> make(offer, text));
  }

  /// One change of the editor, so that one undo takes it back.
  private void make(Offer offer, String text) {
    if (!editor.area().text().equals(text)) {
      Toasts.show(editor, Severity.NOTICE, "The text has changed since: ask again.");
      return;
    }
    String fixed = offer.on(text);
    int most = Math.min(text.length(), fixed.length());
    int head = 0;
    while (head < most && text.charAt(head) == fixed.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && text.charAt(text.length() - 1 - tail) == fixed.charAt(fixed.length() - 1 - tail)) {
      tail++;
    }
    editor.area().replace(head, text.length() - tail, fixed.substring(head, fixed.length() - tail));
    editor.area().requestFocus();
    Toasts.show(
        editor, Severity.OK, "Done: " + offer.title() + ".", "Undo", () -> editor.area().undo());
  }

  @Override
  public void close() {
    asking.close();
    detail.close();
  }
}
