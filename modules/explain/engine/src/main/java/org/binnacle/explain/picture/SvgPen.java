package org.binnacle.explain.picture;

import java.util.Locale;
import java.util.stream.Collectors;

/// Writes a picture as an SVG document that stands alone: no script, no link, no font of its own.
/// Texts come from servers and are hostile input: all is escaped. Pure.
public final class SvgPen {
  private final StringBuilder out = new StringBuilder();
  private final Colours colours;

  private SvgPen(Colours colours) {
    this.colours = colours;
  }

  /// @param title what the document is called
  public static String of(Picture picture, String title, Colours colours) {
    var pen = new SvgPen(colours);
    String size = number(picture.width()) + "\" height=\"" + number(picture.height());
    pen.out
        .append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"")
        .append(size)
        .append("\" viewBox=\"0 0 ")
        .append(number(picture.width()))
        .append(' ')
        .append(number(picture.height()))
        .append("\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<rect width=\"100%\" height=\"100%\" fill=\"")
        .append(pen.colour(Ink.GROUND))
        .append("\"/>\n");
    picture.shapes().forEach(pen::shape);
    return pen.out.append("</svg>\n").toString();
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Box box ->
          out.append("<rect x=\"")
              .append(number(box.x()))
              .append("\" y=\"")
              .append(number(box.y()))
              .append("\" width=\"")
              .append(number(box.w()))
              .append("\" height=\"")
              .append(number(box.h()))
              .append("\" rx=\"")
              .append(number(box.arc()))
              .append(look(box.fill(), box.stroke(), box.line()));
      case Shape.Diamond d ->
          out.append("<polygon points=\"")
              .append(point(d.x(), d.y() + d.h() / 2))
              .append(' ')
              .append(point(d.x() + d.w() / 2, d.y()))
              .append(' ')
              .append(point(d.x() + d.w(), d.y() + d.h() / 2))
              .append(' ')
              .append(point(d.x() + d.w() / 2, d.y() + d.h()))
              .append(look(d.fill(), d.stroke(), d.line()));
      case Shape.Wire wire ->
          out.append("<polyline points=\"")
              .append(
                  wire.spots().stream()
                      .map(spot -> point(spot.x(), spot.y()))
                      .collect(Collectors.joining(" ")))
              .append("\" fill=\"none\" stroke=\"")
              .append(colour(wire.ink()))
              .append("\" stroke-width=\"")
              .append(number(wire.line()))
              .append("\"/>\n");
      case Shape.Words words -> words(words);
    }
  }

  private void words(Shape.Words words) {
    String anchor =
        switch (words.side()) {
          case LEFT -> "start";
          case MIDDLE -> "middle";
          case RIGHT -> "end";
        };
    out.append("<text x=\"")
        .append(number(words.x()))
        .append("\" y=\"")
        .append(number(words.y()))
        .append("\" font-family=\"")
        .append(words.mono() ? "monospace" : "sans-serif")
        .append("\" font-size=\"")
        .append(number(words.size()))
        .append(words.bold() ? "\" font-weight=\"bold" : "")
        .append("\" text-anchor=\"")
        .append(anchor)
        .append("\" fill=\"")
        .append(colour(words.ink()))
        .append("\">")
        .append(escaped(words.text()))
        .append("</text>\n");
  }

  private String look(Ink fill, Ink stroke, double line) {
    String border =
        line > 0 ? "\" stroke=\"" + colour(stroke) + "\" stroke-width=\"" + number(line) : "";
    return "\" fill=\"" + colour(fill) + border + "\"/>\n";
  }

  private String colour(Ink ink) {
    return "#%06x".formatted(colours.rgb(ink) & 0xFFFFFF);
  }

  private static String point(double x, double y) {
    return number(x) + "," + number(y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value).replace(".0", "");
  }

  /// What XML cannot hold becomes a blank.
  static String escaped(String text) {
    var safe = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                default -> {
                  boolean fits =
                      (c >= 0x20 && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF;
                  safe.appendCodePoint(fits ? c : ' ');
                }
              }
            });
    return safe.toString();
  }
}
