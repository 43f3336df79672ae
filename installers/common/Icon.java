import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/// Draws the icon: a compass card in a ship's binnacle, its needle pointing north-east. One list of
/// shapes is written as SVG and rendered at every size, so that both always show the same thing;
/// small sizes leave the fine marks out.
///
/// `java Icon.java <folder>` writes `binnacle.svg`, `.png`, `.ico`, `.icns` and `binnacle-<n>.png`.
public final class Icon {
  private static final double SIZE = 512;
  private static final double MIDDLE = SIZE / 2;
  private static final Color DEEP = new Color(0x0b2239);
  private static final Color SEA = new Color(0x17466e);
  private static final Color BRASS = new Color(0xe9b44c);
  private static final Color DARK_BRASS = new Color(0xb27f2a);
  private static final Color CARD = new Color(0xf7f3e8);
  private static final Color INK = new Color(0x1c3146);
  private static final Color NORTH = new Color(0xd8392b);
  private static final Color NORTH_SHADE = new Color(0xa6261c);
  private static final Color SOUTH = new Color(0x51697f);
  private static final Color SOUTH_SHADE = new Color(0x344a5e);

  /// One filled shape.
  ///
  /// @param from the smallest image size that shows it
  private record Part(Shape shape, Paint paint, int from) {}

  private Icon() {}

  public static void main(String[] args) throws IOException {
    System.setProperty("java.awt.headless", "true");
    Path folder = Files.createDirectories(Path.of(args[0]));
    List<Part> parts = parts();
    Files.writeString(folder.resolve("binnacle.svg"), svg(parts));
    var images = new TreeMap<Integer, byte[]>();
    for (int size : new int[] {16, 24, 32, 48, 64, 128, 256, 512, 1024}) {
      images.put(size, png(parts, size));
    }
    for (int size : new int[] {16, 32, 48, 128, 256}) {
      Files.write(folder.resolve("binnacle-" + size + ".png"), images.get(size));
    }
    Files.write(folder.resolve("binnacle.png"), images.get(512));
    Files.write(folder.resolve("binnacle.ico"), ico(images));
    Files.write(folder.resolve("binnacle.icns"), icns(images));
  }

  private static List<Part> parts() {
    var parts = new ArrayList<Part>();
    parts.add(
        new Part(
            new RoundRectangle2D.Double(16, 16, 480, 480, 120, 120),
            new GradientPaint(0, 16, SEA, 0, 496, DEEP),
            0));
    parts.add(new Part(disc(206), new GradientPaint(0, 50, BRASS, 0, 462, DARK_BRASS), 0));
    parts.add(new Part(disc(184), DEEP, 0));
    parts.add(
        new Part(
            disc(172),
            new RadialGradientPaint(
                new Point2D.Double(MIDDLE, MIDDLE - 40),
                220,
                new float[] {0f, 1f},
                new Color[] {Color.WHITE, CARD}),
            0));
    for (int i = 0; i < 72; i++) {
      boolean long_ = i % 9 == 0;
      parts.add(
          new Part(turned(tick(long_ ? 22 : 10, long_ ? 7 : 2.5), i * 5), INK, long_ ? 32 : 128));
    }
    for (int i = 0; i < 4; i++) {
      parts.add(new Part(turned(half(96, 26, true), 45 + i * 90), new Color(0xcdd5da), 64));
      parts.add(new Part(turned(half(96, 26, false), 45 + i * 90), new Color(0xaeb9c1), 64));
    }
    double heading = 38;
    parts.add(new Part(turned(half(146, 40, true), heading), NORTH, 0));
    parts.add(new Part(turned(half(146, 40, false), heading), NORTH_SHADE, 0));
    parts.add(new Part(turned(half(146, 40, true), heading + 180), SOUTH_SHADE, 0));
    parts.add(new Part(turned(half(146, 40, false), heading + 180), SOUTH, 0));
    parts.add(new Part(disc(22), new GradientPaint(0, 234, BRASS, 0, 278, DARK_BRASS), 24));
    parts.add(new Part(disc(9), DEEP, 48));
    var glare = new Arc2D.Double(MIDDLE - 160, MIDDLE - 160, 320, 320, 115, 50, Arc2D.OPEN);
    parts.add(
        new Part(
            new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND)
                .createStrokedShape(glare),
            new Color(255, 255, 255, 150),
            64));
    return parts;
  }

  private static Shape disc(double radius) {
    return new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius);
  }

  /// Half of a needle that points up: its left or its right side.
  private static Shape half(double length, double width, boolean left) {
    var path = new Path2D.Double();
    path.moveTo(MIDDLE, MIDDLE - length);
    path.lineTo(MIDDLE + (left ? -width : width), MIDDLE);
    path.lineTo(MIDDLE, MIDDLE);
    path.closePath();
    return path;
  }

  private static Shape tick(double length, double width) {
    var path = new Path2D.Double();
    double top = MIDDLE - 164;
    path.moveTo(MIDDLE - width / 2, top);
    path.lineTo(MIDDLE + width / 2, top);
    path.lineTo(MIDDLE + width / 2, top + length);
    path.lineTo(MIDDLE - width / 2, top + length);
    path.closePath();
    return path;
  }

  private static Shape turned(Shape shape, double degrees) {
    return AffineTransform.getRotateInstance(Math.toRadians(degrees), MIDDLE, MIDDLE)
        .createTransformedShape(shape);
  }

  private static byte[] png(List<Part> parts, int size) throws IOException {
    // Drawn four times as large and halved twice: edges are smoother than Java2D's own.
    BufferedImage image = draw(parts, size, Math.min(size * 4, 2048));
    while (image.getWidth() > size) {
      image = halved(image);
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static BufferedImage draw(List<Part> parts, int size, int pixels) {
    var image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setComposite(AlphaComposite.SrcOver);
    graphics.scale(pixels / SIZE, pixels / SIZE);
    for (Part part : parts) {
      if (size >= part.from()) {
        graphics.setPaint(part.paint());
        graphics.fill(part.shape());
      }
    }
    graphics.dispose();
    return image;
  }

  private static BufferedImage halved(BufferedImage image) {
    int size = image.getWidth() / 2;
    var half = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = half.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(image, 0, 0, size, size, null);
    graphics.dispose();
    return half;
  }

  /// Windows: a directory of PNG images.
  private static byte[] ico(TreeMap<Integer, byte[]> images) {
    var used = images.headMap(256, true);
    int offset = 6 + 16 * used.size();
    int length = offset + used.values().stream().mapToInt(image -> image.length).sum();
    ByteBuffer ico = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    ico.putShort((short) 0).putShort((short) 1).putShort((short) used.size());
    for (var image : used.entrySet()) {
      byte size = (byte) (image.getKey() == 256 ? 0 : image.getKey());
      ico.put(size).put(size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
      ico.putInt(image.getValue().length).putInt(offset);
      offset += image.getValue().length;
    }
    used.values().forEach(ico::put);
    return ico.array();
  }

  /// macOS: typed blocks of PNG images.
  private static byte[] icns(TreeMap<Integer, byte[]> images) {
    record Block(String type, int size) {}
    var blocks =
        List.of(
            new Block("icp4", 16),
            new Block("icp5", 32),
            new Block("icp6", 64),
            new Block("ic07", 128),
            new Block("ic08", 256),
            new Block("ic09", 512),
            new Block("ic10", 1024));
    int length = 8 + blocks.stream().mapToInt(block -> 8 + images.get(block.size()).length).sum();
    ByteBuffer icns = ByteBuffer.allocate(length);
    icns.put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
    for (Block block : blocks) {
      byte[] image = images.get(block.size());
      icns.put(block.type().getBytes(StandardCharsets.US_ASCII))
          .putInt(8 + image.length)
          .put(image);
    }
    return icns.array();
  }

  private static String svg(List<Part> parts) {
    var defs = new StringBuilder();
    var body = new StringBuilder();
    int number = 0;
    for (Part part : parts) {
      String fill;
      switch (part.paint()) {
        case GradientPaint gradient -> {
          fill = "url(#g" + number + ")";
          defs.append(
              "<linearGradient id=\"g%d\" gradientUnits=\"userSpaceOnUse\" x1=\"0\" y1=\"%s\" x2=\"0\" y2=\"%s\">%s%s</linearGradient>\n"
                  .formatted(
                      number++,
                      number(gradient.getPoint1().getY()),
                      number(gradient.getPoint2().getY()),
                      stop(0, gradient.getColor1()),
                      stop(1, gradient.getColor2())));
        }
        case RadialGradientPaint gradient -> {
          fill = "url(#g" + number + ")";
          defs.append(
              "<radialGradient id=\"g%d\" gradientUnits=\"userSpaceOnUse\" cx=\"%s\" cy=\"%s\" r=\"%s\">%s%s</radialGradient>\n"
                  .formatted(
                      number++,
                      number(gradient.getCenterPoint().getX()),
                      number(gradient.getCenterPoint().getY()),
                      number(gradient.getRadius()),
                      stop(0, gradient.getColors()[0]),
                      stop(1, gradient.getColors()[1])));
        }
        default -> fill = hex((Color) part.paint());
      }
      String opacity =
          part.paint() instanceof Color colour && colour.getAlpha() < 255
              ? " fill-opacity=\"%.2f\"".formatted(colour.getAlpha() / 255.0)
              : "";
      body.append("<path fill=\"%s\"%s d=\"%s\"/>\n".formatted(fill, opacity, data(part.shape())));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
    <title>Binnacle</title>
    <defs>
    %s</defs>
    %s</svg>
    """
        .formatted(defs, body);
  }

  private static String stop(int offset, Color colour) {
    return "<stop offset=\"" + offset + "\" stop-color=\"" + hex(colour) + "\"/>";
  }

  private static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xffffff);
  }

  private static String data(Shape shape) {
    var text = new StringBuilder();
    double[] at = new double[6];
    for (var path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int kind = path.currentSegment(at);
      text.append("MLQCZ".charAt(kind));
      int count = new int[] {2, 2, 4, 6, 0}[kind];
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : " ").append(number(at[i]));
      }
    }
    return text.toString();
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.2f", value);
    return text.replaceFirst("\\.?0+$", "");
  }
}
