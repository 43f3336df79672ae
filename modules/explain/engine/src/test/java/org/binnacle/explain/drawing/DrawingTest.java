package org.binnacle.explain.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.binnacle.explain.Samples;
import org.binnacle.explain.insight.Facts;
import org.binnacle.explain.insight.Insights;
import org.binnacle.explain.picture.Colours;
import org.binnacle.explain.picture.Ink;
import org.binnacle.explain.picture.Letters;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.PixelPen;
import org.binnacle.explain.picture.Shape;
import org.binnacle.explain.picture.SvgPen;
import org.binnacle.explain.read.PlanReading;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/// Plans drawn into files, without a window.
final class DrawingTest {
  private static final String MANY_ROWS =
      """
      -> Nested loop inner join  (cost=98765432 rows=9e+12) (actual time=1.0..98765432 rows=9e+10 loops=1)
          -> Nested loop inner join  (cost=98765432 rows=9e+10) (actual time=1.0..98765000 rows=88000000 loops=1)
              -> Filter: (o.a = 1)  (cost=98765432 rows=90) (actual time=0.9..4000 rows=880000 loops=1)
                  -> Table scan on o  (cost=80000 rows=900000) (actual time=0.8..3000 rows=900000000 loops=1)
              -> Table scan on p  (cost=80000 rows=900) (actual time=0.8..3000 rows=900000 loops=880000)
          -> Filter: (c.id = o.id)  (cost=0.25 rows=1) (actual time=0.002..0.003 rows=1 loops=88000000)
              -> Table scan on c  (cost=10 rows=50000) (actual time=0.001..0.002 rows=50000 loops=88000000)
      """;
  private static final Colours GREY = ink -> ink == Ink.GROUND ? 0xF0F0F0 : 0x303030;

  @Test
  void every_real_output_becomes_svg_that_parses_with_all_its_boxes() throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    for (Samples.Sample sample : Samples.all()) {
      var plan = PlanReading.read(sample.text());
      for (Drawing drawing : Drawing.values()) {
        Picture picture = drawing.of(plan, Insights.of(plan, Facts.NONE));
        String svg = SvgPen.of(picture, drawing.title(), GREY);
        var document = builder.parse(new InputSource(new StringReader(svg)));
        int drawn =
            document.getElementsByTagName("rect").getLength()
                + document.getElementsByTagName("polygon").getLength();
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
        if (drawing == Drawing.DIAGRAM) {
          assertThat(drawn).as(sample.toString()).isGreaterThanOrEqualTo(plan.nodes().size());
        }
      }
    }
  }

  @Test
  void pixels_show_what_the_picture_holds_in_its_colours() throws Exception {
    var plan = PlanReading.read(Samples.text("mysql-8.0.33/q06.analyze.txt"));
    Picture picture = Drawing.DIAGRAM.of(plan, List.of());
    BufferedImage image = read(PixelPen.png(picture, GREY, 2));
    assertThat(image.getWidth()).isEqualTo((int) Math.round(picture.width() * 2));
    assertThat(image.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xF0F0F0);
    int dark = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight(); y++) {
        dark += (image.getRGB(x, y) & 0xFFFFFF) == 0x303030 ? 1 : 0;
      }
    }
    assertThat(dark).isGreaterThan(1_000);
  }

  @Test
  void a_picture_too_large_for_memory_is_drawn_smaller() throws Exception {
    var shapes = new ArrayList<Shape>();
    shapes.add(new Shape.Box(0, 0, 400_000, 3_000, 0, Ink.SCAN, Ink.SCAN, 1));
    BufferedImage image = read(PixelPen.png(new Picture(400_000, 3_000, shapes), GREY, 2));
    assertThat(image.getWidth()).isBetween(10_000, 30_000);
    assertThat((long) image.getWidth() * image.getHeight()).isLessThan(40_000_000);
  }

  @Test
  void no_figure_meets_a_mark_or_a_box_however_many_rows_there_are() {
    var plan = PlanReading.read(MANY_ROWS);
    Picture picture = Drawing.DIAGRAM.of(plan, Insights.of(plan, Facts.NONE));
    var marks =
        picture.shapes().stream()
            .filter(shape -> shape instanceof Shape.Box box && box.w() < 20)
            .map(Shape.Box.class::cast)
            .toList();
    var boxes =
        picture.shapes().stream()
            .filter(shape -> shape instanceof Shape.Box box && box.w() > 100)
            .map(Shape.Box.class::cast)
            .toList();
    assertThat(marks).isNotEmpty();
    int figures = 0;
    for (Shape shape : picture.shapes()) {
      if (shape instanceof Shape.Words words
          && (words.side() != Shape.Side.MIDDLE)
          && Character.isDigit(words.text().charAt(0))) {
        figures++;
        for (Shape.Box mark : marks) {
          assertThat(meet(words, mark, 0)).as("%s and %s", words, mark).isFalse();
        }
        for (Shape.Box box : boxes) {
          // The frame of what is chosen is drawn three px around it.
          assertThat(meet(words, box, 3)).as("%s and %s", words, box).isFalse();
        }
      }
    }
    assertThat(figures).isGreaterThan(5);
  }

  private static boolean meet(Shape.Words words, Shape.Box box, double around) {
    double wide = Letters.width(words.text(), words.size());
    double left = words.side() == Shape.Side.RIGHT ? words.x() - wide : words.x();
    return left < box.x() + box.w() + around
        && left + wide > box.x() - around
        && words.y() > box.y() - around
        && words.y() - words.size() * 0.75 < box.y() + box.h() + around;
  }

  private static BufferedImage read(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
