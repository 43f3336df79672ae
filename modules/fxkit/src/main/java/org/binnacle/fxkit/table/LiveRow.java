package org.binnacle.fxkit.table;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Skin;
import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;

/// A row that draws its cells itself; see {@link RowSkin}. It bears its states in a {@link
/// RowState} and not as pseudo-classes of its own: the sheets dress one sample for each.
final class LiveRow<R> extends TableRow<R> {
  private final LiveView<R> view;
  private Set<PseudoClass> own = Set.of();

  LiveRow(LiveView<R> view) {
    this.view = view;
    getStyleClass().setAll("live-row");
    hoverProperty().addListener(seen -> requestLayout());
    focusedProperty().addListener(seen -> requestLayout());
    new RowMouse<>(this, view);
    new RowTip<>(this, view);
  }

  LiveView<R> view() {
    return view;
  }

  RowState state() {
    boolean filled = !isEmpty();
    return new RowState(
        own,
        filled,
        (getIndex() & 1) == 1,
        filled && isSelected(),
        filled && isFocused(),
        filled && isHover());
  }

  /// The words of the visible columns as they stand in the row.
  String words() {
    R row = getItem();
    return row == null
        ? ""
        : view.shownColumns().stream()
            .map(column -> column.title() + " " + column.text().apply(row))
            .collect(Collectors.joining(", "));
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new RowSkin<>(this);
  }

  @Override
  protected void updateItem(@Nullable R row, boolean empty) {
    super.updateItem(row, empty);
    own = empty || row == null ? Set.of() : view.states().apply(row);
  }

  // The flow passes the sheets over each row that asks for a layout, so a row that only has other
  // words is drawn at once and asks for none.
  @Override
  public void updateIndex(int index) {
    super.updateIndex(index);
    if (index >= 0 && !isNeedsLayout() && getSkin() instanceof RowSkin<?> skin) {
      skin.draw();
    } else {
      requestLayout();
    }
  }

  @Override
  public void updateSelected(boolean selected) {
    super.updateSelected(selected);
    requestLayout();
  }

  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> words();
      // A row is read as one: it has no cells of its own.
      case FOCUS_ITEM, CELL_AT_ROW_COLUMN -> this;
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }
}
