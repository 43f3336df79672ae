package org.binnacle.explain.view.picture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.binnacle.explain.picture.Colours;
import org.binnacle.explain.picture.Ink;
import org.binnacle.fxkit.FxThread;

/// The colours of the present theme for drawings: a node without size that the sheets colour. It
/// has to stand in the scene to be told. On the FX thread.
public final class Inks extends Region {
  private static final StyleablePropertyFactory<Inks> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final Map<Ink, CssMetaData<Inks, Paint>> META = new EnumMap<>(Ink.class);

  static {
    for (Ink ink : Ink.values()) {
      META.put(
          ink,
          FACTORY.createPaintCssMetaData(ink.property(), inks -> inks.property(ink), Color.GRAY));
    }
  }

  private final Map<Ink, StyleableObjectProperty<Paint>> paints = new EnumMap<>(Ink.class);
  private boolean told;

  /// @param changed called once after colours have changed
  public Inks(Runnable changed) {
    FxThread.check();
    getStyleClass().add("inks");
    setManaged(false);
    setMouseTransparent(true);
    for (Ink ink : Ink.values()) {
      var paint =
          new SimpleStyleableObjectProperty<Paint>(
              Objects.requireNonNull(META.get(ink)), this, ink.name(), Color.GRAY);
      paint.addListener((seen, was, is) -> tell(changed));
      paints.put(ink, paint);
    }
  }

  /// The colour as the theme has it now.
  public Color of(Ink ink) {
    return property(ink).get() instanceof Color colour ? colour : Color.GRAY;
  }

  /// The colours as they are now, which stay as they are: for files that are written off the FX
  /// thread.
  public Colours colours() {
    var now = new EnumMap<Ink, Integer>(Ink.class);
    for (Ink ink : Ink.values()) {
      Color colour = of(ink);
      now.put(
          ink,
          (int) Math.round(colour.getRed() * 255) << 16
              | (int) Math.round(colour.getGreen() * 255) << 8
              | (int) Math.round(colour.getBlue() * 255));
    }
    return ink -> now.getOrDefault(ink, 0);
  }

  private StyleableObjectProperty<Paint> property(Ink ink) {
    return Objects.requireNonNull(paints.get(ink));
  }

  private void tell(Runnable changed) {
    if (!told) {
      told = true;
      FxThread.later(
          () -> {
            told = false;
            changed.run();
          });
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return FACTORY.getCssMetaData();
  }
}
