package org.binnacle.fxkit.table;

import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.OverrunStyle;
import org.binnacle.kernel.NaturalOrder;

/// One column of a {@link LiveTable}: what it shows of a row and how it sorts. The functions are
/// called on the FX thread (text, look) and off it (order), must be quick and pure.
///
/// Made by {@link #text} or {@link #number}, refined by the methods that return a copy.
///
/// @param id stable; remembered by
/// @param title the header's label
/// @param width in px at first start
/// @param shown whether it is shown at first start
public record Column<R>(
    String id,
    String title,
    int width,
    boolean shown,
    Function<R, String> text,
    Comparator<R> order,
    Look<R> look) {

  /// How cells of a column look.
  ///
  /// @param numeric right-aligned, figures of one width
  /// @param overrun which end a text loses that is too long
  /// @param tip the full text for the tooltip; empty for the cell's own text where that is cut
  /// @param icon an Ikonli literal before the text; empty for none
  /// @param pill a colour token behind the text; empty for none
  /// @param mono letters of one width, for SQL
  /// @param drawn its letters are blocks that draw a bar: in the colour of bars, not of texts
  public record Look<R>(
      boolean numeric,
      OverrunStyle overrun,
      Function<R, String> tip,
      Function<R, String> icon,
      Function<R, String> pill,
      boolean mono,
      boolean drawn) {}

  /// Text, sorted as {@link NaturalOrder} does.
  public static <R> Column<R> text(String id, String title, int width, Function<R, String> text) {
    var look =
        new Look<R>(false, OverrunStyle.ELLIPSIS, row -> "", row -> "", row -> "", false, false);
    return new Column<>(
        id, title, width, true, text, Comparator.comparing(text, NaturalOrder.OF_NAMES), look);
  }

  /// A figure, right-aligned, sorted by its value; NaN stands for none and is the smallest.
  public static <R> Column<R> number(
      String id, String title, int width, Function<R, String> text, ToDoubleFunction<R> value) {
    var look =
        new Look<R>(true, OverrunStyle.ELLIPSIS, row -> "", row -> "", row -> "", false, false);
    Comparator<R> order =
        Comparator.comparingDouble(
            row -> {
              double figure = value.applyAsDouble(row);
              return Double.isNaN(figure) ? Double.NEGATIVE_INFINITY : figure;
            });
    return new Column<>(id, title, width, true, text, order, look);
  }

  /// Sorted otherwise than by its text.
  public Column<R> orderedBy(Comparator<R> other) {
    return new Column<>(id, title, width, shown, text, other, look);
  }

  /// Not shown until the user asks for it.
  public Column<R> hidden() {
    return new Column<>(id, title, width, false, text, order, look);
  }

  /// Loses its beginning where too long, since the end tells more: hosts, paths.
  public Column<R> keepEnd() {
    return overrun(OverrunStyle.LEADING_ELLIPSIS);
  }

  /// Loses its middle where too long: names with a telling prefix and number.
  public Column<R> keepEnds() {
    return overrun(OverrunStyle.CENTER_ELLIPSIS);
  }

  public Column<R> tip(Function<R, String> tip) {
    return with(
        new Look<>(
            look.numeric(),
            look.overrun(),
            tip,
            look.icon(),
            look.pill(),
            look.mono(),
            look.drawn()));
  }

  public Column<R> icon(Function<R, String> icon) {
    return with(
        new Look<>(
            look.numeric(),
            look.overrun(),
            look.tip(),
            icon,
            look.pill(),
            look.mono(),
            look.drawn()));
  }

  public Column<R> pill(Function<R, String> pill) {
    return with(
        new Look<>(
            look.numeric(),
            look.overrun(),
            look.tip(),
            look.icon(),
            pill,
            look.mono(),
            look.drawn()));
  }

  /// Letters of one width.
  public Column<R> mono() {
    return with(
        new Look<>(
            look.numeric(),
            look.overrun(),
            look.tip(),
            look.icon(),
            look.pill(),
            true,
            look.drawn()));
  }

  /// Its letters are blocks that draw a bar or a course.
  public Column<R> drawn() {
    return with(
        new Look<>(
            look.numeric(),
            look.overrun(),
            look.tip(),
            look.icon(),
            look.pill(),
            look.mono(),
            true));
  }

  private Column<R> overrun(OverrunStyle overrun) {
    return with(
        new Look<>(
            look.numeric(),
            overrun,
            look.tip(),
            look.icon(),
            look.pill(),
            look.mono(),
            look.drawn()));
  }

  private Column<R> with(Look<R> other) {
    return new Column<>(id, title, width, shown, text, order, other);
  }
}
