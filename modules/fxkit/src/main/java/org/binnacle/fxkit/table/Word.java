package org.binnacle.fxkit.table;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;

/// A bare text in a row.
final class Word extends Text {
  // Bound, because the sheets write over a font that was merely set (seen with JavaFX 26: a second
  // pass gives the inherited one from the cache that nodes of one kind share).
  private final ObjectProperty<Font> font = new SimpleObjectProperty<>(Font.getDefault());

  Word() {
    fontProperty().bind(font);
    setManaged(false);
    setMouseTransparent(true);
    setFontSmoothingType(FontSmoothingType.LCD);
  }

  void put(String words, Letters letters, Paint paint, double x, double y) {
    setText(words);
    font.set(letters.font());
    setFill(paint);
    setLayoutX(x);
    setLayoutY(y);
    setVisible(!words.isEmpty());
  }
}
