package org.binnacle.diagnosis.view.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import org.binnacle.diagnosis.Diagnosis;
import org.binnacle.kernel.InstanceRef;

/// A table, and below it the preview of what is selected there, or of what is pinned.
final class PreviewDock implements AutoCloseable {
  private final SplitPane split = new SplitPane();
  private final BoardPreview preview;
  private BoardScene scene = BoardScene.NOTHING;
  private List<BoardRow> selected = List.of();

  /// @param open opens the sessions of an instance
  PreviewDock(Diagnosis diagnosis, Node table, Consumer<InstanceRef> open) {
    preview = new BoardPreview(diagnosis, open, this::togglePin, this::hide);
    split.setOrientation(Orientation.VERTICAL);
    split.getItems().add(table);
  }

  Node node() {
    return split;
  }

  /// Another table on top; the preview of the one before goes.
  void table(Node table) {
    hide();
    split.getItems().set(0, table);
  }

  private boolean open() {
    return split.getItems().size() > 1;
  }

  /// What all instances do now.
  void scene(BoardScene now) {
    scene = now;
    if (preview.pinned()) {
      show();
    }
  }

  /// Previews what is selected where that is one; else what is shown stays.
  void select(List<BoardRow> rows) {
    selected = List.copyOf(rows);
    show();
  }

  private void show() {
    Optional<BoardRow> one =
        preview.pinned()
            ? scene.rows().stream().filter(row -> preview.shows(row.id())).findFirst()
            : selected.size() == 1 ? Optional.of(selected.getFirst()) : Optional.empty();
    if (preview.pinned() && one.isEmpty()) {
      hide();
    }
    one.ifPresent(
        row -> {
          if (!open()) {
            split.getItems().add(preview);
            split.setDividerPositions(0.66);
          }
          preview.show(row.beat());
        });
  }

  /// Whether the preview stays on its instance while the selection moves.
  void togglePin() {
    if (open()) {
      preview.pin(!preview.pinned());
      show();
    }
  }

  /// Unpins, or hides the preview; false where there was none.
  boolean back() {
    if (!open()) {
      return false;
    }
    if (preview.pinned()) {
      togglePin();
    } else {
      hide();
    }
    return true;
  }

  private void hide() {
    if (open()) {
      preview.pin(false);
      preview.stop();
      split.getItems().remove(1);
      split.getItems().getFirst().requestFocus();
    }
  }

  /// Asks nothing more until something is shown again.
  void rest() {
    preview.stop();
  }

  @Override
  public void close() {
    preview.close();
  }
}
