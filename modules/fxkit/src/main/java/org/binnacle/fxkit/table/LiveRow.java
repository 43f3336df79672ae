package org.binnacle.fxkit.table;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableRow;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;

/// A row that bears its states as pseudo-classes and opens on a double click.
final class LiveRow<R> extends TableRow<R> {
  private final Function<R, Set<PseudoClass>> states;
  private Set<PseudoClass> borne = Set.of();

  LiveRow(Function<R, Set<PseudoClass>> states, Consumer<R> open) {
    this.states = states;
    setOnMouseClicked(
        event -> {
          R row = getItem();
          if (row != null
              && event.getButton() == MouseButton.PRIMARY
              && event.getClickCount() == 2) {
            open.accept(row);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    Set<PseudoClass> now = empty || row == null ? Set.of() : states.apply(row);
    if (!now.equals(borne)) {
      borne.forEach(state -> pseudoClassStateChanged(state, now.contains(state)));
      now.forEach(state -> pseudoClassStateChanged(state, true));
      borne = now;
    }
  }
}
