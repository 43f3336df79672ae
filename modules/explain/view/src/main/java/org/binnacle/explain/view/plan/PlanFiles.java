package org.binnacle.explain.view.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import org.binnacle.explain.drawing.Drawing;
import org.binnacle.explain.mouth.Mouth;
import org.binnacle.explain.mouth.Told;
import org.binnacle.explain.picture.Picture;
import org.binnacle.explain.picture.SvgPen;
import org.binnacle.explain.view.Kit;
import org.binnacle.explain.view.picture.CanvasPen;
import org.binnacle.explain.view.picture.Inks;
import org.binnacle.fxkit.Choosers;
import org.binnacle.fxkit.Shots;
import org.binnacle.fxkit.sheet.MessageBar;
import org.binnacle.fxkit.sheet.Toasts;
import org.binnacle.fxkit.task.Questions;
import org.binnacle.kernel.Fault;
import org.binnacle.kernel.FileWords;
import org.binnacle.kernel.Outcome;
import org.binnacle.kernel.Severity;

/// Writes a plan to a file that the user names. On the FX thread; the file is written off it.
public final class PlanFiles implements AutoCloseable {
  /// A wider picture is drawn smaller: a screen's memory has an end.
  private static final double WIDEST = 8_000;

  private final Kit kit;
  private final Node anywhere;
  private final MessageBar message;
  private final Inks inks;
  private final Questions files = new Questions("export of a plan");

  /// @param anywhere a node of the window
  /// @param message where failures are told
  /// @param inks the colours of pictures
  public PlanFiles(Kit kit, Node anywhere, MessageBar message, Inks inks) {
    this.kit = kit;
    this.anywhere = anywhere;
    this.message = message;
    this.inks = inks;
  }

  /// A kind of file.
  public sealed interface Kind {
    /// What the menu calls it.
    String words();

    /// What a file is called where nobody says otherwise.
    String file();
  }

  /// Words for people or programs.
  record Text(String words, Mouth mouth) implements Kind {
    @Override
    public String file() {
      return "plan." + mouth.extension();
    }
  }

  /// The diagram or the flame.
  record Drawn(String words, Drawing what, String ending) implements Kind {
    @Override
    public String file() {
      return (what == Drawing.FLAME ? "plan-flame." : "plan-diagram.") + ending;
    }
  }

  public static List<Kind> kinds() {
    return List.of(
        new Text("Web page (HTML)…", Mouth.HTML),
        new Text("Markdown…", Mouth.MARKDOWN),
        new Text("JSON…", Mouth.JSON),
        new Text("Text…", Mouth.TREE),
        new Drawn("Diagram as PNG…", Drawing.DIAGRAM, "png"),
        new Drawn("Diagram as SVG…", Drawing.DIAGRAM, "svg"),
        new Drawn("Flame as PNG…", Drawing.FLAME, "png"),
        new Drawn("Flame as SVG…", Drawing.FLAME, "svg"));
  }

  /// Asks for a file and writes a plan there.
  public void save(Kind kind, Opened plan) {
    switch (kind) {
      case Text text -> {
        var told = new Told(plan.plan(), plan.findings(), Optional.empty());
        save(
            kind.file(),
            file -> Files.writeString(file, text.mouth().tell(told), StandardCharsets.UTF_8));
      }
      case Drawn drawn -> {
        Picture picture = drawn.what().of(plan.plan(), plan.findings());
        if (drawn.ending().equals("png")) {
          WritableImage image = image(picture);
          save(kind.file(), file -> Shots.write(image, file));
        } else {
          String svg = SvgPen.of(picture, drawn.what().title(), inks.colours());
          save(kind.file(), file -> Files.writeString(file, svg, StandardCharsets.UTF_8));
        }
      }
    }
  }

  /// The drawing as pixels, twice as fine as on the screen where that fits.
  private WritableImage image(Picture drawn) {
    double scale = Math.min(2, WIDEST / Math.max(1, Math.max(drawn.width(), drawn.height())));
    var canvas = new Canvas(Math.ceil(drawn.width() * scale), Math.ceil(drawn.height() * scale));
    CanvasPen.draw(canvas.getGraphicsContext2D(), drawn, inks, new CanvasPen.View(0, 0, scale));
    return canvas.snapshot(new SnapshotParameters(), null);
  }

  @FunctionalInterface
  private interface Writing {
    void to(Path file) throws IOException;
  }

  private void save(String name, Writing writing) {
    String ending = name.substring(name.lastIndexOf('.'));
    kit.choosers()
        .save(
            anywhere.getScene().getWindow(),
            "Export the plan",
            name,
            List.of(Choosers.Kind.of(ending.substring(1).toUpperCase(Locale.ROOT), "*" + ending)))
        .ifPresent(file -> write(file, writing));
  }

  private void write(Path file, Writing writing) {
    files.ask(
        () -> {
          try {
            writing.to(file);
          } catch (IOException e) {
            throw new Fault(ViewFaults.NOT_WRITTEN, FileWords.of(file, e), e);
          }
          return file;
        },
        outcome -> {
          switch (outcome) {
            case Outcome.Ok<Path> ok ->
                Toasts.show(anywhere, Severity.OK, "Written: " + ok.value());
            case Outcome.Failed<Path> failed -> message.show(failed.fault(), kit.words());
          }
        });
  }

  @Override
  public void close() {
    files.close();
  }
}
