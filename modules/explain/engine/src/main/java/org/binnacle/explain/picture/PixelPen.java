package org.binnacle.explain.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// Draws a picture as PNG where no window is: on memory, by AWT's headless part, which needs fonts
/// on the machine. From any thread.
public final class PixelPen {
  /// A larger picture is drawn smaller: four bytes a pixel.
  private static final double MOST = 36_000_000;

  private static final double WIDEST = 30_000;

  private final Graphics2D pen;
  private final Colours colours;

  private PixelPen(Graphics2D pen, Colours colours) {
    this.pen = pen;
    this.colours = colours;
  }

  /// The bytes of a PNG file.
  ///
  /// @param scale pixels for one unit of the picture; fewer where it would become too large
  public static byte[] png(Picture picture, Colours colours, double scale) {
    double wide = Math.max(1, picture.width());
    double high = Math.max(1, picture.height());
    double fits = Math.min(WIDEST / Math.max(wide, high), Math.sqrt(MOST / (wide * high)));
    double real = Math.min(scale, fits);
    var image =
        new BufferedImage(
            Math.max(1, (int) Math.round(wide * real)),
            Math.max(1, (int) Math.round(high * real)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.setColor(new Color(colours.rgb(Ink.GROUND)));
      graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
      graphics.scale(real, real);
      var pen = new PixelPen(graphics, colours);
      picture.shapes().forEach(pen::shape);
    } finally {
      graphics.dispose();
    }
    return written(image);
  }

  private static byte[] written(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      ImageIO.write(image, "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void shape(Shape shape) {
    switch (shape) {
      case Shape.Box box -> box(box);
      case Shape.Diamond diamond -> diamond(diamond);
      case Shape.Wire wire -> wire(wire);
      case Shape.Words words -> words(words);
    }
  }

  private void box(Shape.Box box) {
    java.awt.Shape outline =
        box.arc() > 0
            ? new RoundRectangle2D.Double(
                box.x(), box.y(), box.w(), box.h(), 2 * box.arc(), 2 * box.arc())
            : new Rectangle2D.Double(box.x(), box.y(), box.w(), box.h());
    fill(outline, box.fill(), box.stroke(), box.line());
  }

  private void diamond(Shape.Diamond diamond) {
    var outline = new Path2D.Double();
    outline.moveTo(diamond.x(), diamond.y() + diamond.h() / 2);
    outline.lineTo(diamond.x() + diamond.w() / 2, diamond.y());
    outline.lineTo(diamond.x() + diamond.w(), diamond.y() + diamond.h() / 2);
    outline.lineTo(diamond.x() + diamond.w() / 2, diamond.y() + diamond.h());
    outline.closePath();
    fill(outline, diamond.fill(), diamond.stroke(), diamond.line());
  }

  private void fill(java.awt.Shape outline, Ink fill, Ink stroke, double line) {
    pen.setColor(new Color(colours.rgb(fill)));
    pen.fill(outline);
    if (line > 0) {
      pen.setColor(new Color(colours.rgb(stroke)));
      pen.setStroke(new BasicStroke((float) line));
      pen.draw(outline);
    }
  }

  private void wire(Shape.Wire wire) {
    var path = new Path2D.Double();
    for (int i = 0; i < wire.spots().size(); i++) {
      Shape.Spot spot = wire.spots().get(i);
      if (i == 0) {
        path.moveTo(spot.x(), spot.y());
      } else {
        path.lineTo(spot.x(), spot.y());
      }
    }
    pen.setColor(new Color(colours.rgb(wire.ink())));
    pen.setStroke(
        new BasicStroke((float) wire.line(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    pen.draw(path);
  }

  private void words(Shape.Words words) {
    pen.setColor(new Color(colours.rgb(words.ink())));
    String family = words.mono() ? Font.MONOSPACED : Font.SANS_SERIF;
    int style = words.bold() ? Font.BOLD : Font.PLAIN;
    pen.setFont(new Font(family, style, 12).deriveFont((float) words.size()));
    double wide = pen.getFontMetrics().getStringBounds(words.text(), pen).getWidth();
    double x =
        switch (words.side()) {
          case LEFT -> words.x();
          case MIDDLE -> words.x() - wide / 2;
          case RIGHT -> words.x() - wide;
        };
    pen.drawString(words.text(), (float) x, (float) words.y());
  }
}
