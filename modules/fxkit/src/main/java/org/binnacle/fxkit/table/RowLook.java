package org.binnacle.fxkit.table;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.layout.Background;
import javafx.scene.paint.Paint;
import org.jspecify.annotations.Nullable;

/// How a row in certain states looks, as the sheets say; see {@link LookBook}.
///
/// @param bar the mark of the keyboard's focus at the left edge; null for none
/// @param inks by {@link #kind}
/// @param icon the colour of icons
/// @param iconSize height of icons, px
/// @param struck whether texts are struck through
record RowLook(
    Background ground,
    @Nullable Paint bar,
    List<Ink> inks,
    Paint icon,
    double iconSize,
    boolean struck) {

  /// What the cells of one kind of column are written with.
  record Ink(Paint paint, Letters letters, Insets padding) {}

  /// A word on a tinted ground.
  record Pill(Background ground, Ink ink) {}

  /// An icon as a letter of its font.
  record Glyph(String letter, Letters letters) {}

  static final int KINDS = 8;

  /// The index of the ink for columns that look like this.
  static int kind(Column.Look<?> look) {
    return (look.numeric() ? 1 : 0) + (look.mono() ? 2 : 0) + (look.drawn() ? 4 : 0);
  }

  Ink ink(Column.Look<?> look) {
    return inks.get(kind(look));
  }
}
