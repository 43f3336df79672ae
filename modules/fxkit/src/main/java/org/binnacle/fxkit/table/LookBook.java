package org.binnacle.fxkit.table;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import org.binnacle.fxkit.table.RowLook.Glyph;
import org.binnacle.fxkit.table.RowLook.Ink;
import org.binnacle.fxkit.table.RowLook.Pill;
import org.binnacle.fxkit.theme.Colours;
import org.kordamp.ikonli.javafx.FontIcon;

/// The looks of rows, pills and icons as the sheets give them. For each combination of states one
/// unseen sample row is kept, which the sheets dress; the rows that are seen take their colours and
/// fonts from it. A row that changes its state thereby costs no pass of the sheets.
///
/// Child of the table, so that the sheets find the samples where rows are.
final class LookBook extends Group {
  private final Map<RowState, SampleRow> rows = new HashMap<>();
  private final Map<String, Label> pills = new HashMap<>();
  private final Map<String, Pill> pillLooks = new HashMap<>();
  private final Map<String, Glyph> glyphs = new HashMap<>();
  private final Map<Font, Letters> letters = new HashMap<>();
  private final Runnable changed;

  /// @param changed told when the sheets have changed what a look of before was made of
  LookBook(Runnable changed) {
    this.changed = changed;
    setManaged(false);
    setVisible(false);
  }

  RowLook row(RowState state) {
    SampleRow sample = rows.get(state);
    if (sample == null) {
      sample = new SampleRow(state, this::letters, changed);
      rows.put(state, sample);
      getChildren().add(sample);
    }
    return sample.look();
  }

  Pill pill(String token) {
    Pill known = pillLooks.get(token);
    if (known == null) {
      Label sample = pills.computeIfAbsent(token, this::samplePill);
      sample.applyCss();
      var ink = new Ink(sample.getTextFill(), letters(sample.getFont()), sample.getPadding());
      known = new Pill(sample.getBackground(), ink);
      pillLooks.put(token, known);
    }
    return known;
  }

  private Label samplePill(String token) {
    var sample = new Label();
    sample.getStyleClass().add("pill");
    Colours.put(sample, token);
    getChildren().add(sample);
    sample.applyCss();
    sample.backgroundProperty().addListener(seen -> forgetPill(token));
    sample.textFillProperty().addListener(seen -> forgetPill(token));
    sample.fontProperty().addListener(seen -> forgetPill(token));
    return sample;
  }

  private void forgetPill(String token) {
    if (pillLooks.remove(token) != null) {
      changed.run();
    }
  }

  /// The icon of an Ikonli literal in a size.
  Glyph glyph(String literal, double size) {
    Glyph known = glyphs.get(literal);
    if (known == null || known.letters().font().getSize() != size) {
      // An icon gets its font from the sheets.
      var sample = new FontIcon(literal);
      getChildren().add(sample);
      sample.applyCss();
      Font font = Font.font(sample.getFont().getFamily(), size);
      getChildren().remove(sample);
      known = new Glyph(sample.getText(), letters(font));
      glyphs.put(literal, known);
    }
    return known;
  }

  private Letters letters(Font font) {
    return letters.computeIfAbsent(font, Letters::new);
  }
}
