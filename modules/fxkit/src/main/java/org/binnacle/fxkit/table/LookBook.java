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
import org.kordamp.ikonli.IkonResolver;
import org.kordamp.ikonli.IkonResolverProvider;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.javafx.JavaFXFontLoader;

/// The looks of rows, pills and icons as the sheets give them. For each combination of states one
/// unseen sample row is kept, which the sheets dress; the rows that are seen take their colours and
/// fonts from it. A row that changes its state thereby costs no pass of the sheets.
///
/// Child of the table, so that the sheets find the samples where rows are.
final class LookBook extends Group {
  private static final IkonResolver ICONS =
      IkonResolverProvider.getInstance(JavaFXFontLoader.getInstance());

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
      // Not the font of a sample, which only the sheets dress: in the middle of a pass of theirs,
      // or
      // before a scene, it has the font of words, and that shows icons as empty boxes.
      String family = ICONS.resolve(literal).getFontFamily();
      String letter = new FontIcon(literal).getText();
      known = new Glyph(letter, letters(Font.font(family, size)));
      glyphs.put(literal, known);
    }
    return known;
  }

  private Letters letters(Font font) {
    return letters.computeIfAbsent(font, Letters::new);
  }
}
